// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// What the page fault's error code and the exception's number say (Intel's manual, volume 3).

#pragma once

#include <sel4/sys/types.hpp>

#include <string_view>

namespace sel4::monitor::arch {

/// Why a memory access failed, for people.
[[nodiscard]] constexpr std::string_view fault_name(Word code) noexcept {
  if ((code & 8) != 0) return "a reserved bit is set in a page table";
  if ((code & 16) != 0) return "the mapping is not executable";
  return (code & 1) == 0 ? "nothing is mapped there" : "the mapping does not allow it";
}

/// Whether the access was a write.
[[nodiscard]] constexpr bool is_write(Word code) noexcept { return (code & 2) != 0; }

/// What an exception is that is not a memory fault.
[[nodiscard]] constexpr std::string_view exception_name(Word number, Word) noexcept {
  switch (number) {
    case 0:
      return "division by zero or overflow";
    case 3:
      return "breakpoint instruction";
    case 6:
      return "illegal instruction: the program has ended itself (trap)";
    case 13:
      return "general protection: a privileged instruction, or an address that is none";
    case 16:
    case 19:
      return "floating-point exception";
    case 17:
      return "alignment check";
    default:
      return "other exception";
  }
}

}  // namespace sel4::monitor::arch
