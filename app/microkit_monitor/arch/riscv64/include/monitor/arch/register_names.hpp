// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/sys/types.hpp>

#include <string_view>

namespace sel4::monitor::arch {

/// In the order of the kernel's structure, a blank behind each.
inline constexpr std::string_view register_names =
    "pc ra sp gp s0 s1 s2 s3 s4 s5 s6 s7 s8 s9 s10 s11 a0 a1 a2 a3 a4 a5 a6 a7 t0 t1 t2 t3 t4 t5 "
    "t6 "
    "tp ";
static_assert(sizeof(::seL4_UserContext) == 32 * sizeof(Word));

/// Where the running function returns to, unless it has called another one since.
[[nodiscard]] constexpr Word return_address(const ::seL4_UserContext& registers) noexcept {
  return registers.ra;
}

}  // namespace sel4::monitor::arch
