// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/arch/blueprint.hpp>
#include <sel4/translation_tree.hpp>

#include <array>

namespace sel4::arch {

namespace detail {

consteval auto vspace_levels() {
  std::array<TranslationLevel, config::pt_levels> levels{};
  Word entry_bits = seL4_PageBits;
  for (std::size_t depth = levels.size(); depth-- > 0;) {
    levels[depth] = {depth == 0 ? kind::vspace : kind::page_table, seL4_PageTableIndexBits,
                     entry_bits};
    entry_bits = levels[depth].span_bits();
  }
  return levels;
}

inline constexpr auto levels = vspace_levels();

}  // namespace detail

/// The levels of a VSpace: Sv39 with three, Sv48 with four.
inline constexpr TranslationTree vspace_tree{detail::levels};

static_assert(sel4::detail::levels_fit(detail::levels, seL4_UserVSpaceTop));

/// Mapping a page table always fills the highest level that is missing at the address.
inline constexpr bool maps_highest_missing_table = true;

}  // namespace sel4::arch
