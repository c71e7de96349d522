// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// The invocation labels that differ only in the architecture's name, under one name.

#pragma once

#include <sel4/sys/invocation_label.hpp>

namespace labels {

#define SEL4_TEST_LABEL(method)                                 \
  template <class Label = sel4::sys::InvocationLabel>           \
  constexpr Label method() {                                    \
    if constexpr (requires { Label::arm_##method; }) {          \
      return Label::arm_##method;                               \
    } else if constexpr (requires { Label::riscv_##method; }) { \
      return Label::riscv_##method;                             \
    } else {                                                    \
      return Label::x86_##method;                               \
    }                                                           \
  }

SEL4_TEST_LABEL(page_map)
SEL4_TEST_LABEL(page_unmap)
SEL4_TEST_LABEL(page_get_address)
SEL4_TEST_LABEL(page_table_map)
SEL4_TEST_LABEL(page_table_unmap)
SEL4_TEST_LABEL(asid_control_make_pool)
SEL4_TEST_LABEL(asid_pool_assign)

#undef SEL4_TEST_LABEL

}  // namespace labels
