// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/arch/blueprint.hpp>
#include <sel4/config.hpp>
#include <sel4/object.hpp>
#include <sel4/object_kind.hpp>

#include <array>
#include <type_traits>

namespace sel4 {

/// A capability class whose objects all have one size: says `object_type` and `size_bits`.
template <class T>
concept FixedSizeObject = Capability<T> && requires {
  { T::object_type } -> std::convertible_to<Word>;
  { T::size_bits } -> std::convertible_to<Word>;
};

/// A capability class whose objects are made in a size of choice: `size_bits(n)` says how large an
/// object made with size argument `n` is.
template <class T>
concept VariableSizeObject = Capability<T> && requires(Word argument) {
  { T::object_type } -> std::convertible_to<Word>;
  { T::size_bits(argument) } -> std::convertible_to<Word>;
};

/// What to make: an object type and, for those of variable size, how large. For code that handles
/// objects of any kind; with a known class use `untyped.retype<T>(...)`.
class Blueprint {
 public:
  /// One object of a kind that has one size.
  constexpr Blueprint(const ObjectKind& kind) noexcept  // NOLINT: implicit, nothing is lost
      : object_type_(kind.object_type), size_argument_(0), size_bits_(kind.size_bits) {}

  /// One T.
  template <FixedSizeObject T>
  [[nodiscard]] static constexpr Blueprint of() noexcept {
    return {T::object_type, 0, T::size_bits};
  }

  /// `size_argument` is what Untyped_Retype takes: for a CNode the number of index bits; for an
  /// untyped or a scheduling context the object's size in bits.
  template <VariableSizeObject T>
  [[nodiscard]] static constexpr Blueprint of(Word size_argument) noexcept {
    return {T::object_type, size_argument, T::size_bits(size_argument)};
  }

  /// libsel4's number for Untyped_Retype.
  [[nodiscard]] constexpr Word object_type() const noexcept { return object_type_; }
  /// What Untyped_Retype takes for the size; 0 for kinds of one size.
  [[nodiscard]] constexpr Word size_argument() const noexcept { return size_argument_; }

  /// The object takes 2^size_bits() bytes of the untyped, aligned to its size.
  [[nodiscard]] constexpr Word size_bits() const noexcept { return size_bits_; }

  friend constexpr bool operator==(const Blueprint&, const Blueprint&) noexcept = default;

 private:
  constexpr Blueprint(Word object_type, Word size_argument, Word size_bits) noexcept
      : object_type_(object_type), size_argument_(size_argument), size_bits_(size_bits) {}

  Word object_type_;
  Word size_argument_;
  Word size_bits_;
};

/// The kinds of object of one size that every kernel has. Numbers and sizes are libsel4's. Those
/// that an architecture adds are in sel4::arch::kind.
namespace kind {
/// A thread control block.
inline constexpr ObjectKind tcb{::seL4_TCBObject, seL4_TCBBits, "TCB"};
/// Takes messages from thread to thread.
inline constexpr ObjectKind endpoint{::seL4_EndpointObject, seL4_EndpointBits, "Endpoint"};
/// A word of signals.
inline constexpr ObjectKind notification{::seL4_NotificationObject, seL4_NotificationBits,
                                         "Notification"};
}  // namespace kind

}  // namespace sel4
