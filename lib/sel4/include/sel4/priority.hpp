// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/sys/types.hpp>

#include <compare>
#include <optional>

namespace sel4 {

namespace detail {
/// Never defined: called where a priority literal is above the kernel's maximum, so that it does
/// not compile.
void priority_is_above_the_maximum();
}  // namespace detail

/// A thread's priority, 0 (lowest) to Priority::highest(); the number of priorities is the kernel's
/// (KernelNumPriorities). Literals are checked when compiled: `Priority{200}`; for computed values
/// see checked().
class Priority {
 public:
  constexpr Priority() noexcept = default;
  /// A literal; one above the maximum does not compile.
  consteval explicit Priority(Word value) noexcept : value_(value) {
    if (value > maximum) detail::priority_is_above_the_maximum();
  }

  /// A computed priority, or nothing if it is above the maximum.
  [[nodiscard]] static constexpr std::optional<Priority> checked(Word value) noexcept {
    if (value > maximum) return std::nullopt;
    Priority result;
    result.value_ = value;
    return result;
  }

  /// Priority 0: runs only when no other thread can.
  [[nodiscard]] static constexpr Priority lowest() noexcept { return Priority{}; }
  /// The configuration's maximum.
  [[nodiscard]] static constexpr Priority highest() noexcept { return *checked(maximum); }

  /// As an invocation takes it.
  [[nodiscard]] constexpr Word value() const noexcept { return value_; }

  friend constexpr auto operator<=>(Priority, Priority) noexcept = default;

 private:
  static constexpr Word maximum = ::seL4_MaxPrio;
  Word value_ = ::seL4_MinPrio;
};

}  // namespace sel4
