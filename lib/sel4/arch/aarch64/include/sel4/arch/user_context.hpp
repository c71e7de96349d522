// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/sys/types.hpp>

#include <array>
#include <cstddef>

namespace sel4::arch {

/// Where the registers that every architecture has are in a register file. Each function takes a
/// `seL4_UserContext`, const or not, and returns a reference to its member.
struct UserContextAccess {
  /// libsel4's structure.
  using Registers = ::seL4_UserContext;
  /// One register of it.
  using Member = Word Registers::*;

  /// The program counter.
  [[nodiscard]] static constexpr auto& pc(auto& context) noexcept { return context.pc; }
  /// The stack pointer.
  [[nodiscard]] static constexpr auto& sp(auto& context) noexcept { return context.sp; }
  /// The thread pointer, from which thread-local variables are addressed.
  [[nodiscard]] static constexpr auto& tls_base(auto& context) noexcept {
    return context.tpidr_el0;
  }
  /// The processor state (condition flags).
  [[nodiscard]] static constexpr auto& flags(auto& context) noexcept { return context.spsr; }
  /// Where the running function returns to.
  [[nodiscard]] static constexpr auto& return_address(auto& context) noexcept {
    return context.x30;
  }

  /// The registers for a function's first arguments of a word each, in order.
  static constexpr std::array<Member, 8> arguments{&Registers::x0, &Registers::x1, &Registers::x2,
                                                   &Registers::x3, &Registers::x4, &Registers::x5,
                                                   &Registers::x6, &Registers::x7};

  /// Argument register `index`, which is less than arguments.size().
  [[nodiscard]] static constexpr auto& argument(auto& context, std::size_t index) noexcept {
    return context.*arguments[index];
  }

  /// The stack pointer is a multiple of 2^stack_alignment_bits, at a program's entry and between
  /// functions.
  static constexpr Word stack_alignment_bits = 4;
  /// How far below such a multiple it is where a function has just been called: what the call
  /// instruction pushes.
  static constexpr Word call_frame_bytes = 0;
};

}  // namespace sel4::arch
