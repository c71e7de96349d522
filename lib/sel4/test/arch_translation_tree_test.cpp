// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "arch_shapes.hpp"

#include <sel4/arch/translation_levels.hpp>

#include <doctest/doctest.h>
#include <utility>
#include <vector>

namespace {

using sel4::Vaddr;
using sel4::Word;

static_assert(shapes::arm.span_bits() == 48 && shapes::arm.granule_bits() == 12);
static_assert(shapes::arm_large_root.span_bits() == 40 && shapes::arm_large_root.root_level() == 1);
static_assert(shapes::sv39.span_bits() == 39);
static_assert(shapes::arm.depth_of_frame(12) == 3 && shapes::arm.depth_of_frame(21) == 2 &&
              shapes::arm.depth_of_frame(30) == 1 && !shapes::arm.depth_of_frame(16));
static_assert(shapes::arm_large_root.depth_of_frame(30) == 0);
static_assert(sel4::detail::levels_fit(shapes::four_levels, 0x7fff'ffff'ffff));
static_assert(!sel4::detail::levels_fit(shapes::sv39_levels, 0x7fff'ffff'ffff));

TEST_CASE("one small frame needs one table of each depth below the root") {
  const Vaddr at{0x1234'5000};
  const Vaddr last = at + 0xfff;
  CHECK(shapes::arm.tables_needed(at, last, 12) == 3);
  CHECK(shapes::arm_large_root.tables_needed(at, last, 12) == 2);
  CHECK(shapes::sv39.tables_needed(at, last, 12) == 2);
  CHECK(shapes::x86.tables_needed(at, last, 12) == 3);
}

TEST_CASE("a large frame needs one table less, a huge one two") {
  const Vaddr at{0x4000'0000};
  CHECK(shapes::arm.tables_needed(at, at + 0x1f'ffff, 21) == 2);
  CHECK(shapes::arm.tables_needed(at, at + 0x3fff'ffff, 30) == 1);
  CHECK(shapes::sv39.tables_needed(at, at + 0x3fff'ffff, 30) == 0);
}

TEST_CASE("a range across a table's border needs the neighbours too") {
  // The last small page below 512 GiB and the first above: nothing in common but the root.
  const Vaddr border{Word{1} << 39};
  CHECK(shapes::arm.tables_needed(border - 0x1000, border + 0xfff, 12) == 6);
  CHECK(shapes::arm.tables_needed(border - 0x1000, border - 1, 12) == 3);
  // Across 1 GiB the level-1 table is common.
  const Vaddr gib{Word{1} << 30};
  CHECK(shapes::arm.tables_needed(gib - 0x1000, gib + 0xfff, 12) == 5);
}

TEST_CASE("ranges that contain nothing, and sizes that do not exist, need no table") {
  CHECK(shapes::arm.tables_needed(Vaddr{0x2000}, Vaddr{0x1fff}, 12) == 0);
  CHECK(shapes::arm.tables_needed(Vaddr{0x0000}, Vaddr{0x1fff}, 16) == 0);
}

TEST_CASE("the whole address space is countable") {
  const Vaddr last{(Word{1} << 39) - 1};
  CHECK(shapes::sv39.tables_needed(Vaddr{0}, last, 12) == 512 + 512 * 512);
  CHECK(shapes::sv39.tables_at(0, Vaddr{0}, last) == 1);
}

TEST_CASE("tables come in an order in which they can be mapped, as many as were counted") {
  const Vaddr gib{Word{1} << 30};
  std::vector<std::pair<std::size_t, Word>> seen;
  shapes::x86.for_each_table(gib - 0x1000, gib + 0xfff, 12, [&](std::size_t depth, Vaddr base) {
    seen.emplace_back(depth, base.value());
  });
  const std::vector<std::pair<std::size_t, Word>> expected{
      {1, 0}, {2, 0}, {2, 0x4000'0000}, {3, 0x3fe0'0000}, {3, 0x4000'0000}};
  CHECK(seen == expected);
  CHECK(shapes::x86.tables_needed(gib - 0x1000, gib + 0xfff, 12) == seen.size());
}

TEST_CASE("entries and bases split an address") {
  const Vaddr at{(Word{5} << 39) | (Word{6} << 30) | (Word{7} << 21) | (Word{8} << 12) | 9};
  CHECK(shapes::arm.entry_index(at, 0) == 5);
  CHECK(shapes::arm.entry_index(at, 1) == 6);
  CHECK(shapes::arm.entry_index(at, 2) == 7);
  CHECK(shapes::arm.entry_index(at, 3) == 8);
  CHECK(shapes::arm.table_base(at, 3) ==
        Vaddr{(Word{5} << 39) | (Word{6} << 30) | (Word{7} << 21)});
  // The large root takes the tenth bit.
  const Vaddr high{Word{0x3ff} << 30};
  CHECK(shapes::arm_large_root.entry_index(high, 0) == 0x3ff);
}

TEST_CASE("the configured kernel's tree covers what user level may use") {
  using sel4::arch::vspace_tree;
  CHECK((Word{seL4_UserVSpaceTop} >> vspace_tree.span_bits()) == 0);
  CHECK(vspace_tree.granule_bits() == seL4_PageBits);
  CHECK(vspace_tree.at(0).kind == sel4::arch::kind::vspace);
  CHECK(vspace_tree.at(0).index_bits + 3 == sel4::arch::kind::vspace.size_bits);
  CHECK(vspace_tree.depth_of_frame(sel4::arch::kind::small_page.size_bits) ==
        vspace_tree.depth_count() - 1);
}

}  // namespace
