// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// What the trap's cause says (RISC-V Privileged Architecture, scause).

#pragma once

#include <sel4/sys/types.hpp>

#include <string_view>

namespace sel4::monitor::arch {

/// Why a memory access failed, for people.
[[nodiscard]] constexpr std::string_view fault_name(Word cause) noexcept {
  switch (cause) {
    case 0:
      return "instruction address misaligned";
    case 1:
      return "instruction access fault: no memory there";
    case 4:
      return "load address misaligned";
    case 5:
      return "load access fault: no memory there";
    case 6:
      return "store address misaligned";
    case 7:
      return "store access fault: no memory there";
    case 12:
      return "instruction page fault: not mapped, or not executable";
    case 13:
      return "load page fault: not mapped, or not readable";
    case 15:
      return "store page fault: not mapped, or not writable";
    default:
      return "other memory fault";
  }
}

/// Whether the access was a write.
[[nodiscard]] constexpr bool is_write(Word cause) noexcept {
  return cause == 6 || cause == 7 || cause == 15;
}

/// What an exception is that is not a memory fault.
[[nodiscard]] constexpr std::string_view exception_name(Word cause, Word) noexcept {
  switch (cause) {
    case 2:
      return "illegal instruction";
    case 3:
      return "breakpoint instruction: the program has ended itself (trap)";
    default:
      return "other exception";
  }
}

}  // namespace sel4::monitor::arch
