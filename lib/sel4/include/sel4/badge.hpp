// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/sys/types.hpp>

#include <compare>

namespace sel4 {

namespace detail {
/// Never defined: called where a bit number is too large for a badge, so that it does not compile.
void badge_has_no_such_bit();
}  // namespace detail

/// The number that a minted endpoint or notification capability carries; the receiver gets it with
/// the message. Signals on a notification are or-ed together, so there one bit each is usual.
class Badge {
 public:
  constexpr Badge() noexcept = default;
  /// Any word; on endpoints and notifications 0 means none.
  constexpr explicit Badge(Word value) noexcept : value_(value) {}

  /// The badge with only bit `number` set: `Badge::bit(3)`.
  [[nodiscard]] static consteval Badge bit(unsigned number) noexcept {
    if (number >= sizeof(Word) * 8) detail::badge_has_no_such_bit();
    return Badge{Word{1} << number};
  }

  /// As the receiver gets it.
  [[nodiscard]] constexpr Word value() const noexcept { return value_; }

  /// Whether all bits of `other` are set in this one.
  [[nodiscard]] constexpr bool contains(Badge other) const noexcept {
    return (value_ & other.value_) == other.value_;
  }

  friend constexpr Badge operator|(Badge a, Badge b) noexcept { return Badge{a.value_ | b.value_}; }
  friend constexpr Badge operator&(Badge a, Badge b) noexcept { return Badge{a.value_ & b.value_}; }
  friend constexpr auto operator<=>(Badge, Badge) noexcept = default;

 private:
  Word value_ = 0;
};

}  // namespace sel4
