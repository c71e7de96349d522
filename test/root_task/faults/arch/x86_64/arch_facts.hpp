// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/sel4.hpp>

extern "C" {
/// Divides by its third argument.
void sel4_test_divide(sel4::Word, sel4::Word, sel4::Word divisor);
}

namespace sel4::test::facts {

inline constexpr Word undefined_size = 2;
inline constexpr Word trap_size = 2;
/// A function that only returns.
inline constexpr std::uint32_t return_instruction = 0xc3;
/// A page's attributes can forbid execution, and VM faults tell an instruction's fetch.
inline constexpr bool has_execute_never = false;

/// Whether the number of a user exception (the vector) is that of an undefined instruction.
constexpr bool is_undefined(Word number) { return number == 6; }
constexpr bool is_breakpoint(Word number) { return number == 3; }
/// Whether a VM fault's status (the error code) says that it was a write.
constexpr bool is_write(Word fsr) { return (fsr & 2) != 0; }

constexpr Word first_argument(const UnknownSyscall& fault) { return fault.rdi(); }
constexpr void set_result(UnknownSyscall& fault, Word value) { fault.set_rax(value); }
constexpr Word stack(const UserException& fault) { return fault.stack(); }

inline Result<> make_executable(Vaddr, Word) { return {}; }

}  // namespace sel4::test::facts
