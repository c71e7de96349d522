// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/sys/types.hpp>

#include <string_view>

namespace sel4::monitor::arch {

/// In the order of the kernel's structure, a blank behind each.
inline constexpr std::string_view register_names =
    "pc sp spsr x0 x1 x2 x3 x4 x5 x6 x7 x8 x16 x17 x18 x29 x30 x9 x10 x11 x12 x13 x14 x15 x19 x20 "
    "x21 x22 x23 x24 x25 x26 x27 x28 tpidr_el0 tpidrro_el0 ";
static_assert(sizeof(::seL4_UserContext) == 36 * sizeof(Word));

/// Where the running function returns to, unless it has called another one since.
[[nodiscard]] constexpr Word return_address(const ::seL4_UserContext& registers) noexcept {
  return registers.x30;
}

}  // namespace sel4::monitor::arch
