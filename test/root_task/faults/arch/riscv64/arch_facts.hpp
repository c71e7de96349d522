// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/sel4.hpp>

namespace sel4::test::facts {

inline constexpr Word undefined_size = 4;
inline constexpr Word trap_size = 4;
/// A function that only returns.
inline constexpr std::uint32_t return_instruction = 0x00008067;
/// A page's attributes can forbid execution, and VM faults tell an instruction's fetch.
inline constexpr bool has_execute_never = true;

/// Whether the number of a user exception (scause) is that of an undefined instruction.
constexpr bool is_undefined(Word number) { return number == 2; }
constexpr bool is_breakpoint(Word number) { return number == 3; }
/// Whether a VM fault's status (scause) says that it was a write.
constexpr bool is_write(Word fsr) { return fsr == 7 || fsr == 15; }

constexpr Word first_argument(const UnknownSyscall& fault) { return fault.a0(); }
constexpr void set_result(UnknownSyscall& fault, Word value) { fault.set_a0(value); }
constexpr Word stack(const UserException& fault) { return fault.sp(); }

inline Result<> make_executable(Vaddr, Word) {
  asm volatile("fence.i" ::: "memory");
  return {};
}

}  // namespace sel4::test::facts
