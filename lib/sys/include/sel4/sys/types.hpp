// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/sys/libsel4_types.hpp>

#include <compare>
#include <cstdint>

namespace sel4 {

/// The machine word of the kernel.
using Word = ::seL4_Word;

/// A capability pointer: an address in the calling thread's CSpace. A plain number with a type of
/// its own, so that badges, sizes and addresses are not taken for capabilities.
class CPtr {
 public:
  constexpr CPtr() noexcept = default;
  /// The address `bits`. Nobody asks the kernel what is there.
  constexpr explicit CPtr(Word bits) noexcept : bits_(bits) {}

  /// As a system call takes it.
  [[nodiscard]] constexpr Word bits() const noexcept { return bits_; }
  /// Whether it is address 0, which is the null capability by convention: the slot is left empty.
  [[nodiscard]] constexpr bool is_null() const noexcept { return bits_ == 0; }

  friend constexpr auto operator<=>(CPtr, CPtr) noexcept = default;

 private:
  Word bits_ = 0;
};

}  // namespace sel4
