// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/address.hpp>
#include <sel4/sys/types.hpp>

extern "C" {
/// Functions in assembly. The first instruction of each is the one that faults.

/// An instruction that does not exist; what follows returns.
void sel4_test_undefined();
/// A breakpoint instruction.
void sel4_test_breakpoint();
/// The system call `number` with `argument` in the first argument's register; returns what is in
/// the first result's register then. The trap is at sel4_test_trap.
sel4::Word sel4_test_syscall(sel4::Word argument, sel4::Word number);
extern const char sel4_test_trap[];
/// Nothing, for ever.
void sel4_test_spin();
}

namespace sel4::test {

/// The address of a function's first instruction.
[[nodiscard]] inline Vaddr address_of(void (*function)()) {
  return Vaddr{reinterpret_cast<Word>(function)};
}

}  // namespace sel4::test
