// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/badge.hpp>
#include <sel4/sys/bitfields.hpp>

namespace sel4 {

/// The guard of a CNode capability: the bits that an address must have before the CNode's own index
/// is read from it (seL4 manual, "Capability address lookup").
class Guard {
 public:
  /// No guard; where an invocation takes a guard it means "as it is".
  constexpr Guard() noexcept = default;

  /// What a guard is made of: the lowest `bits` bits of `value`.
  struct Fields {
    /// Its lowest `bits` bits are the guard.
    Word value = 0;
    /// How many bits; more than a word has are dropped.
    Word bits;
  };
  /// A guard that is not "as it is": zero bits are none.
  constexpr explicit Guard(Fields fields) noexcept
      : data_(sys::CNodeCapData{{.guard = fields.value, .guard_size = fields.bits}}.words()[0]) {}

  /// The all-zero guard with which a CNode of 2^`size_bits` slots alone makes a whole CSpace, in
  /// which an address is a slot's index.
  [[nodiscard]] static constexpr Guard for_root(Word size_bits) noexcept {
    return Guard{{.value = 0, .bits = sizeof(Word) * 8 - size_bits}};
  }

  /// As an invocation takes it.
  [[nodiscard]] constexpr Word data() const noexcept { return data_; }

  /// As Slot::mint() takes it in place of a badge.
  [[nodiscard]] constexpr Badge badge() const noexcept { return Badge{data_}; }

  friend constexpr bool operator==(Guard, Guard) noexcept = default;

 private:
  Word data_ = 0;
};

}  // namespace sel4
