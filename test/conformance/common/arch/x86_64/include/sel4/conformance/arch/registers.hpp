// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <cstddef>

namespace sel4::conformance::machine {

/// Which function argument's register says what system call it is.
inline constexpr std::size_t number_argument = 2;

// System calls need not keep rsp, rcx and r11: what the kernel says of them depends on whether an
// interrupt came right behind one.

/// By index into seL4_UserContext.
constexpr bool is_lost_register(std::size_t index) {
  return index == 1 || index == 5 || index == 13;
}
/// By index into a fault's message, which has them all if it is about a system call.
constexpr bool is_lost_word(std::size_t index, std::size_t length) {
  constexpr std::size_t unknown_syscall_length = 19;
  return length == unknown_syscall_length && (index == 16 || index == 2 || index == 10);
}

}  // namespace sel4::conformance::machine
