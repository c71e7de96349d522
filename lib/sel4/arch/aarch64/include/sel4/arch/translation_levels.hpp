// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/arch/blueprint.hpp>
#include <sel4/translation_tree.hpp>

#include <array>
#include <bit>

namespace sel4::arch {

/// How many levels of page tables there are below the root: as many as the addresses that the
/// kernel leaves to user level need. Two where hypervisor support and a 40-bit physical address
/// space make the root a larger table in place of the first two levels, else three.
inline constexpr Word levels_below_root =
    (Word{std::bit_width(Word{seL4_UserVSpaceTop})} - seL4_PageBits - seL4_VSpaceIndexBits +
     seL4_PageTableIndexBits - 1) /
    seL4_PageTableIndexBits;

namespace detail {

consteval auto vspace_levels() {
  std::array<TranslationLevel, levels_below_root + 1> levels{};
  Word entry_bits = seL4_PageBits;
  for (std::size_t depth = levels_below_root; depth > 0; --depth) {
    levels[depth] = {kind::page_table, seL4_PageTableIndexBits, entry_bits};
    entry_bits = levels[depth].span_bits();
  }
  levels[0] = {kind::vspace, seL4_VSpaceIndexBits, entry_bits};
  return levels;
}

inline constexpr auto levels = vspace_levels();

}  // namespace detail

/// The levels of a VSpace. The architecture counts levels of 4 KiB tables as 0 to 3.
inline constexpr TranslationTree vspace_tree{detail::levels, 3 - levels_below_root};

static_assert(sel4::detail::levels_fit(detail::levels, seL4_UserVSpaceTop));

/// Mapping a page table always fills the highest level that is missing at the address.
inline constexpr bool maps_highest_missing_table = true;

}  // namespace sel4::arch
