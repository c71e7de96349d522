// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <cstddef>

// Where system calls keep all registers: aarch64 and riscv64.

namespace sel4::conformance::machine {

/// Which function argument's register says what system call it is.
inline constexpr std::size_t number_argument = 7;

/// By index into seL4_UserContext: whether system calls lose the register.
constexpr bool is_lost_register(std::size_t) { return false; }
/// By index into a fault's message of that length.
constexpr bool is_lost_word(std::size_t, std::size_t) { return false; }

}  // namespace sel4::conformance::machine
