// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// Capabilities that the system description gives a domain by its `cspace` element.

#pragma once

#include <sel4/microkit/channel.hpp>
#include <sel4/microkit/ipc.hpp>
#include <sel4/object.hpp>

namespace sel4::microkit {

/// How many slots there are for such capabilities, slot 0 included, which is not one of them.
inline constexpr unsigned user_slots = 64;

namespace detail {

[[nodiscard]] constexpr CPtr user_slot(Word number) noexcept {
  constexpr unsigned slot_bits = 6;
  static_assert(user_slots == 1U << slot_bits);
  // Its number is in the highest bits of the address: the domain's root CNode has no guard.
  return CPtr{number << (sizeof(Word) * 8 - slot_bits)};
}

}  // namespace detail

/// The capability in slot `Number` (1 to 63) of the `cspace` element, taken to be a T:
/// `user_cap<Tcb, 2>().suspend()`. The kernel checks what it is when it is used.
template <Capability T, unsigned Number>
[[nodiscard]] constexpr T user_cap() noexcept {
  static_assert(Number >= 1 && Number < user_slots, "a user capability is in a slot from 1 to 63");
  return T{detail::user_slot(Number)};
}

/// The same for a number that is known only at run time. Error: too_large (0 too, where there is
/// nothing for users).
template <Capability T>
[[nodiscard]] constexpr Result<T, NumberError> user_cap(Word number) noexcept {
  if (number < 1 || number >= user_slots) return Failure{NumberError::too_large};
  return T{detail::user_slot(number)};
}

}  // namespace sel4::microkit
