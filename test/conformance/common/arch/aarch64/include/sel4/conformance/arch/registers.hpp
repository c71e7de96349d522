// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <cstddef>

namespace sel4::conformance::machine {

/// Which function argument's register says what system call it is.
inline constexpr std::size_t number_argument = 7;

/// System calls keep all registers.
constexpr bool is_lost_register(std::size_t) { return false; }
constexpr bool is_lost_word(std::size_t, std::size_t) { return false; }

}  // namespace sel4::conformance::machine
