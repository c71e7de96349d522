// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <doctest/doctest.h>
#include <loader/page_table.hpp>
#include <memory>
#include <optional>
#include <vector>

namespace {

using namespace sel4::loader;

/// Walks the tables as the hardware would.
template <class Format>
std::optional<std::uint64_t> translate(const Table* root, std::uint64_t virt) {
  const Table* table = root;
  for (unsigned level = 0; level < Format::levels; ++level) {
    const unsigned shift = 12 + 9 * (Format::levels - 1 - level);
    const std::uint64_t entry = table->entries[(virt >> shift) & 511];
    if ((entry & 1) == 0) return std::nullopt;
    const std::uint64_t mask = (std::uint64_t{1} << shift) - 1;
    if (Format::is_leaf(entry, level)) return (Format::address(entry) & ~mask) | (virt & mask);
    table = reinterpret_cast<const Table*>(static_cast<std::uintptr_t>(Format::address(entry)));
  }
  return std::nullopt;
}

constexpr std::uint64_t kib4 = 0x1000;
constexpr std::uint64_t mib2 = 0x20'0000;
constexpr std::uint64_t gib1 = 0x4000'0000;

}  // namespace

TEST_CASE_TEMPLATE("mappings translate to what was asked for", Format, Aarch64Format, Sv39Format) {
  std::vector<Table> pool(16);
  TableBuilder<Format> builder{pool};
  Table* root = builder.allocate();
  const std::vector<Mapping> mappings{
      {gib1, gib1, gib1, Format::normal},
      {2 * gib1 + mib2, 2 * gib1 + mib2, 3 * mib2, Format::normal},
      {3 * gib1 - kib4, 5 * gib1, kib4, Format::normal},
      {0xffff'ffff'c000'0000, 7 * gib1 + kib4, mib2 + 2 * kib4, Format::normal}};
  for (const Mapping& mapping : mappings) REQUIRE(builder.map(root, mapping));
  for (const Mapping& mapping : mappings) {
    for (std::uint64_t at = 0; at < mapping.size; at += mapping.size / 16 / 8 * 8) {
      CHECK(translate<Format>(root, mapping.virt + at) == mapping.phys + at);
    }
    CHECK(translate<Format>(root, mapping.virt + mapping.size - 1) ==
          mapping.phys + mapping.size - 1);
    CHECK_FALSE(translate<Format>(root, mapping.virt - 1).has_value());
    CHECK_FALSE(translate<Format>(root, mapping.virt + mapping.size).has_value());
  }
}

TEST_CASE("leaves are as large as they can be") {
  std::vector<Table> pool(8);
  TableBuilder<Aarch64Format> builder{pool};
  Table* root = builder.allocate();
  REQUIRE(builder.map(root, {gib1, gib1, 2 * gib1, Aarch64Format::normal}));
  CHECK(builder.used() == 2);
  REQUIRE(builder.map(root, {4 * gib1, gib1 + mib2, mib2, Aarch64Format::normal}));
  CHECK(builder.used() == 3);
}

TEST_CASE("descriptors") {
  CHECK(Aarch64Format::leaf(0x4000'0000, 1, Aarch64Format::normal) == 0x4000'0411);
  CHECK(Aarch64Format::leaf(0x4000'0000, 3, Aarch64Format::device) == 0x4000'0403);
  CHECK(Aarch64Format::branch(0x4000'0000) == 0x4000'0003);
  // V, R, W, X, A, D.
  CHECK(Sv39Format::leaf(0x8000'0000, 0, Sv39Format::normal) == 0x2000'00cf);
  CHECK(Sv39Format::branch(0x8000'0000) == 0x2000'0001);
}

TEST_CASE("an exhausted pool and a double mapping are refused") {
  std::vector<Table> pool(2);
  TableBuilder<Aarch64Format> builder{pool};
  Table* root = builder.allocate();
  CHECK_FALSE(builder.map(root, {0, 0, kib4, Aarch64Format::normal}));
  std::vector<Table> more(8);
  TableBuilder<Aarch64Format> second{more};
  root = second.allocate();
  REQUIRE(second.map(root, {0, 0, gib1, Aarch64Format::normal}));
  CHECK_FALSE(second.map(root, {0, 0, gib1, Aarch64Format::normal}));
  CHECK_FALSE(second.map(root, {mib2, 0, mib2, Aarch64Format::normal}));
}
