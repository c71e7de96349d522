// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/address.hpp>
#include <sel4/object_kind.hpp>

#include <cstddef>
#include <optional>
#include <span>

namespace sel4 {

/// One level of translation tables.
struct TranslationLevel {
  /// What a table of this level is.
  ObjectKind kind;
  /// A table has 2^index_bits entries.
  Word index_bits;
  /// An entry translates 2^entry_bits bytes of addresses: one frame of that size, or all that one
  /// table of the next level translates.
  Word entry_bits;

  /// A whole table translates 2^span_bits() bytes of addresses.
  [[nodiscard]] constexpr Word span_bits() const noexcept { return index_bits + entry_bits; }
};

/// The levels of one kind of address space, the root first: pure arithmetic, for any architecture.
///
/// Depth 0 is the root object, which exists as long as the address space does; the tables from
/// depth 1 on have to be mapped before frames can be. Manuals number levels so that the last one
/// has the same number in every configuration: `root_level` says which the root has (1 where a
/// larger root replaces the first level, as on Arm with 40-bit physical addresses and hypervisor
/// support).
class TranslationTree {
 public:
  /// `levels` must not be empty, and must outlive the tree: a constant array.
  constexpr explicit TranslationTree(std::span<const TranslationLevel> levels,
                                     Word root_level = 0) noexcept
      : levels_(levels), root_level_(root_level) {}

  /// How many levels, the root included.
  [[nodiscard]] constexpr std::size_t depth_count() const noexcept { return levels_.size(); }
  /// The level at `depth`, which is less than depth_count().
  [[nodiscard]] constexpr const TranslationLevel& at(std::size_t depth) const noexcept {
    return levels_[depth];
  }
  /// The root first.
  [[nodiscard]] constexpr std::span<const TranslationLevel> levels() const noexcept {
    return levels_;
  }
  /// The manual's number of the root's level.
  [[nodiscard]] constexpr Word root_level() const noexcept { return root_level_; }
  /// The whole address space is 2^span_bits() bytes (of which the kernel may keep a part).
  [[nodiscard]] constexpr Word span_bits() const noexcept { return levels_.front().span_bits(); }
  /// The smallest frame takes 2^granule_bits() bytes.
  [[nodiscard]] constexpr Word granule_bits() const noexcept { return levels_.back().entry_bits; }

  /// The depth of the tables whose entries are frames of 2^frame_bits bytes; nothing if no table of
  /// this tree has such entries. (The kernel may refuse the larger ones all the same.)
  [[nodiscard]] constexpr std::optional<std::size_t> depth_of_frame(
      Word frame_bits) const noexcept {
    for (std::size_t depth = 0; depth < levels_.size(); ++depth) {
      if (levels_[depth].entry_bits == frame_bits) return depth;
    }
    return std::nullopt;
  }

  /// The first address that the table of `depth` responsible for `address` translates.
  template <class Kind>
  [[nodiscard]] constexpr detail::Address<Kind> table_base(detail::Address<Kind> address,
                                                           std::size_t depth) const noexcept {
    return address.align_down(levels_[depth].span_bits());
  }

  /// Which entry of the table of `depth` is responsible for `address`.
  template <class Kind>
  [[nodiscard]] constexpr Word entry_index(detail::Address<Kind> address,
                                           std::size_t depth) const noexcept {
    return (address.value() >> levels_[depth].entry_bits) &
           ((Word{1} << levels_[depth].index_bits) - 1);
  }

  /// How many tables of `depth` translate the addresses from `start` to `last`, both included.
  template <class Kind>
  [[nodiscard]] constexpr Word tables_at(std::size_t depth, detail::Address<Kind> start,
                                         detail::Address<Kind> last) const noexcept {
    const Word span = levels_[depth].span_bits();
    return last < start ? 0 : (last.value() >> span) - (start.value() >> span) + 1;
  }

  /// How many tables must be mapped, in an address space that has only its root, before frames of
  /// 2^frame_bits bytes can be mapped from `start` to `last`, both included. 0 if frames of this
  /// size have no place in the tree, or `last` is below `start`.
  template <class Kind>
  [[nodiscard]] constexpr Word tables_needed(detail::Address<Kind> start,
                                             detail::Address<Kind> last,
                                             Word frame_bits) const noexcept {
    Word count = 0;
    for_each_depth(frame_bits, [&](std::size_t depth) { count += tables_at(depth, start, last); });
    return count;
  }

  /// Calls `f(depth, base)` for each of the tables that tables_needed() counts, in an order in
  /// which they can be mapped: all of a depth before those of the next.
  template <class Kind, class F>
  constexpr void for_each_table(detail::Address<Kind> start, detail::Address<Kind> last,
                                Word frame_bits, F&& f) const {
    for_each_depth(frame_bits, [&](std::size_t depth) {
      detail::Address<Kind> base = table_base(start, depth);
      for (Word left = tables_at(depth, start, last); left > 0; --left) {
        f(depth, base);
        base = base + (Word{1} << levels_[depth].span_bits());
      }
    });
  }

 private:
  template <class F>
  constexpr void for_each_depth(Word frame_bits, F&& f) const {
    const std::optional<std::size_t> deepest = depth_of_frame(frame_bits);
    if (!deepest) return;
    for (std::size_t depth = 1; depth <= *deepest; ++depth) f(depth);
  }

  std::span<const TranslationLevel> levels_;
  Word root_level_;
};

namespace detail {

/// Whether each level's entries are as wide as the tables below, and the root's span is enough for
/// addresses up to `top`.
consteval bool levels_fit(std::span<const TranslationLevel> levels, Word top) {
  for (std::size_t depth = 1; depth < levels.size(); ++depth) {
    if (levels[depth - 1].entry_bits != levels[depth].span_bits()) return false;
  }
  return (top >> (levels.front().span_bits() - 1)) <= 1;
}

}  // namespace detail
}  // namespace sel4
