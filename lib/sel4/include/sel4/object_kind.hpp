// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/sys/types.hpp>

#include <array>
#include <cstddef>

namespace sel4 {

/// What the kernel has to be told to make an object of one kind: for kinds of one size.
struct ObjectKind {
  /// The number of the kind in Untyped_Retype; configurations differ in it.
  Word object_type;
  /// The object takes 2^size_bits bytes.
  Word size_bits;
  /// The kind's name as the seL4 manual has it.
  const char* name;

  friend constexpr bool operator==(const ObjectKind& a, const ObjectKind& b) noexcept {
    return a.object_type == b.object_type && a.size_bits == b.size_bits;
  }
};

/// What a capability class of a kind derives from: `object_type` and `size_bits`, if the
/// configuration has the kind. Without them the class still names capabilities, but nothing can be
/// retyped to it.
template <const ObjectKind& Kind>
struct KindFacts {};

/// The facts of a kind that this configuration has.
template <const ObjectKind& Kind>
  requires(Kind.object_type < seL4_ObjectTypeCount)
struct KindFacts<Kind> {
  /// All facts at once.
  static constexpr ObjectKind kind = Kind;
  /// The number of the kind in Untyped_Retype; configurations differ in it.
  static constexpr Word object_type = Kind.object_type;
  /// The object takes 2^size_bits bytes.
  static constexpr Word size_bits = Kind.size_bits;
};

namespace detail {

/// The kinds as a list, empty unless the configuration has them.
template <bool Enabled, std::size_t N>
consteval auto kinds_if(const std::array<ObjectKind, N>& kinds) {
  if constexpr (Enabled) {
    return kinds;
  } else {
    return std::array<ObjectKind, 0>{};
  }
}

/// Lists of kinds as one list.
template <std::size_t... N>
consteval auto join_kinds(const std::array<ObjectKind, N>&... lists) {
  std::array<ObjectKind, (N + ... + 0)> all{};
  std::size_t at = 0;
  const auto append = [&](const auto& list) {
    for (const ObjectKind& kind : list) all[at++] = kind;
  };
  (append(lists), ...);
  return all;
}

/// Whether each number in [first, end) is the object type of exactly one of the kinds, and no kind
/// has another number.
template <std::size_t N>
consteval bool kinds_are_exactly(const std::array<ObjectKind, N>& kinds, Word first, Word end) {
  if (N != end - first) return false;
  for (Word type = first; type < end; ++type) {
    std::size_t found = 0;
    for (const ObjectKind& kind : kinds) found += kind.object_type == type ? 1 : 0;
    if (found != 1) return false;
  }
  return true;
}

}  // namespace detail
}  // namespace sel4
