// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/sys/types.hpp>

#include <string_view>

namespace sel4::monitor::arch {

/// In the order of the kernel's structure, a blank behind each.
inline constexpr std::string_view register_names =
    "rip rsp rflags rax rbx rcx rdx rsi rdi rbp r8 r9 r10 r11 r12 r13 r14 r15 fs_base gs_base ";
static_assert(sizeof(::seL4_UserContext) == 20 * sizeof(Word));

/// On the stack, which the monitor cannot read.
[[nodiscard]] constexpr Word return_address(const ::seL4_UserContext&) noexcept { return 0; }

}  // namespace sel4::monitor::arch
