// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// What the exception syndrome says (Arm Architecture Reference Manual, ESR_ELx).

#pragma once

#include <sel4/sys/types.hpp>

#include <string_view>

namespace sel4::monitor::arch {

/// The exception class of a syndrome.
[[nodiscard]] constexpr Word exception_class(Word syndrome) noexcept {
  return (syndrome >> 26) & 0x3f;
}

/// Why a memory access failed, for people.
[[nodiscard]] constexpr std::string_view fault_name(Word syndrome) noexcept {
  const Word code = syndrome & 0x3f;
  // The lowest two bits are the level of the table.
  switch (code >> 2) {
    case 0:
      return "address size fault";
    case 1:
      return "translation fault: nothing is mapped there";
    case 2:
      return "access flag fault";
    case 3:
      return "permission fault: the mapping does not allow it";
    default:
      break;
  }
  switch (code) {
    case 0x10:
      return "synchronous external abort: no device answers there";
    case 0x21:
      return "alignment fault";
    case 0x30:
      return "TLB conflict";
    default:
      return "other memory fault";
  }
}

/// Whether the access was a write: only data aborts say so.
[[nodiscard]] constexpr bool is_write(Word syndrome) noexcept {
  return exception_class(syndrome) == 0x24 && ((syndrome >> 6) & 1) != 0;
}

/// What a failed check of -fsanitize=undefined was, by clang's number.
[[nodiscard]] constexpr std::string_view check_name(Word check) noexcept {
  constexpr std::string_view names[] = {"addition overflows",
                                        "unreachable code is reached",
                                        "a call goes to a function of another type",
                                        "division by zero or overflow",
                                        "an object has another dynamic type",
                                        "a number does not fit in a floating-point conversion",
                                        "a function pointer has another type",
                                        "an implicit conversion changes the value",
                                        "a builtin has an invalid argument",
                                        "an invalid Objective-C cast",
                                        "a bool or enumeration has an invalid value",
                                        "a function ends without a return value",
                                        "multiplication overflows",
                                        "negation overflows",
                                        "a null argument for a _Nonnull parameter",
                                        "a null result of a _Nonnull function",
                                        "a null argument for a nonnull parameter",
                                        "a null result of a returns_nonnull function",
                                        "an index is out of bounds",
                                        "pointer arithmetic overflows",
                                        "a shift is out of bounds",
                                        "subtraction overflows",
                                        "a pointer is null or misaligned for its type",
                                        "an assumed alignment does not hold",
                                        "a variable-length array has no positive size"};
  return check < sizeof names / sizeof *names ? names[check] : "unknown";
}

/// What an exception is that is not a memory fault. `syndrome` is what the kernel gives for its
/// number.
[[nodiscard]] constexpr std::string_view exception_name(Word syndrome, Word) noexcept {
  switch (exception_class(syndrome)) {
    case 0x00:
      return "unknown or illegal instruction";
    case 0x07:
      return "use of the floating-point unit, which is off";
    case 0x22:
      return "the program counter is misaligned";
    case 0x26:
      return "the stack pointer is misaligned";
    case 0x3c: {
      const Word comment = syndrome & 0xffff;
      // clang's -fsanitize=undefined puts the check's number into the instruction.
      if ((comment & 0xff00) == 0x5500) return check_name(comment & 0xff);
      return "breakpoint instruction: the program has ended itself (trap)";
    }
    default:
      return "other exception";
  }
}

}  // namespace sel4::monitor::arch
