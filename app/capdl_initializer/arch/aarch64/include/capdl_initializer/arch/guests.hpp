// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <capdl_initializer/context.hpp>

namespace capdl_initializer::arch {

/// Gives a thread a virtual processor.
template <class Ipc>
Result<> bind_vcpu(Ipc ipc, CPtr tcb, CPtr vcpu, CPtr) {
  if constexpr (sel4::sys::available::arm_vcpu_set_tcb) {
    return sel4::sys::arm_vcpu_set_tcb(ipc, vcpu, tcb);
  } else {
    return sel4::Failure{Error::illegal_operation};
  }
}

}  // namespace capdl_initializer::arch
