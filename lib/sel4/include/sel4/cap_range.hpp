// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/base/panic.hpp>
#include <sel4/base/std_parts.hpp>
#include <sel4/object.hpp>

#include <cstddef>

namespace sel4 {

/// Capabilities of one type at consecutive addresses: `for (Endpoint ep : range)`.
template <Capability T>
class CapRange {
 public:
  /// An input iterator that makes the capabilities as it goes.
  class Iterator {
   public:
    /// For the standard's iterator concepts, as the two below.
    using value_type = T;
    /// Of addresses.
    using difference_type = std::ptrdiff_t;
    /// One pass: the capabilities are made as it goes.
    using iterator_category = std::input_iterator_tag;

    constexpr Iterator() noexcept = default;
    /// At address `at`.
    constexpr explicit Iterator(Word at) noexcept : at_(at) {}
    /// The capability at that address.
    [[nodiscard]] constexpr T operator*() const noexcept { return T{CPtr{at_}}; }
    /// To the next address.
    constexpr Iterator& operator++() noexcept {
      ++at_;
      return *this;
    }
    /// The same; returns where it was.
    constexpr Iterator operator++(int) noexcept { return Iterator{at_++}; }
    friend constexpr bool operator==(Iterator, Iterator) noexcept = default;

   private:
    Word at_ = 0;
  };

  constexpr CapRange() noexcept = default;
  /// The addresses `first` ... `end` - 1; none if `end` is below `first`.
  constexpr CapRange(Word first, Word end) noexcept
      : first_(first), end_(end < first ? first : end) {}

  /// How many addresses.
  [[nodiscard]] constexpr Word size() const noexcept { return end_ - first_; }
  /// Whether there is none.
  [[nodiscard]] constexpr bool empty() const noexcept { return end_ == first_; }
  /// The first address; for an empty range, end_slot().
  [[nodiscard]] constexpr Word first() const noexcept { return first_; }
  /// One past the last address.
  [[nodiscard]] constexpr Word end_slot() const noexcept { return end_; }

  /// Panics if `index` is not below size().
  [[nodiscard]] constexpr T operator[](Word index) const noexcept {
    SEL4_ASSERT(index < size());
    return T{CPtr{first_ + index}};
  }

  /// At the first capability.
  [[nodiscard]] constexpr Iterator begin() const noexcept { return Iterator{first_}; }
  /// Behind the last capability.
  [[nodiscard]] constexpr Iterator end() const noexcept { return Iterator{end_}; }

  /// The same addresses as capabilities of another type.
  template <Capability To>
  [[nodiscard]] constexpr CapRange<To> as() const noexcept {
    return CapRange<To>{first_, end_};
  }

 private:
  Word first_ = 0;
  Word end_ = 0;
};

}  // namespace sel4
