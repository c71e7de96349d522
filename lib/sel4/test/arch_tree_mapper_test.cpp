// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "arch_shapes.hpp"

#include <sel4/mapper.hpp>

#include <doctest/doctest.h>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace {

using sel4::CPtr;
using sel4::Error;
using sel4::Failure;
using sel4::Result;
using sel4::TranslationLevel;
using sel4::TranslationTree;
using sel4::Vaddr;
using sel4::Word;

/// An address space as the seL4 manual describes what mapping does to it.
class ModelSpace {
 public:
  ModelSpace(const TranslationTree& its_tree, bool fills_highest)
      : tree(its_tree), maps_highest_missing(fills_highest) {}

  const TranslationTree& tree;
  const bool maps_highest_missing;
  bool has_asid = true;
  std::set<std::pair<std::size_t, Word>> tables;
  /// By address, 2^size bytes each.
  std::map<Word, Word> frames;

  Result<> map_frame(Vaddr at, Word size_bits) {
    if (!has_asid || first_missing(at, *tree.depth_of_frame(size_bits))) {
      return Failure{Error::failed_lookup};
    }
    if (covered(at)) return Failure{Error::delete_first};
    frames[at.value()] = size_bits;
    return {};
  }

  Result<> map_table(std::size_t depth, Vaddr at) {
    if (!has_asid) return Failure{Error::failed_lookup};
    const std::optional<std::size_t> missing = first_missing(at, tree.depth_count() - 1);
    if (!missing || *missing > depth || covered(at)) return Failure{Error::delete_first};
    if (maps_highest_missing) depth = *missing;
    if (*missing < depth) return Failure{Error::failed_lookup};
    tables.emplace(depth, tree.table_base(at, depth).value());
    return {};
  }

 private:
  std::optional<std::size_t> first_missing(Vaddr at, std::size_t deepest) const {
    for (std::size_t depth = 1; depth <= deepest; ++depth) {
      if (!tables.contains({depth, tree.table_base(at, depth).value()})) return depth;
    }
    return std::nullopt;
  }

  bool covered(Vaddr at) const {
    const auto above = frames.upper_bound(at.value());
    if (above == frames.begin()) return false;
    const auto& [address, size_bits] = *std::prev(above);
    return at.value() - address < (Word{1} << size_bits);
  }
};

/// Hands out tables, at most `limit`, and takes back what was not needed.
struct Source {
  std::size_t limit = 1000;
  std::vector<Word> given;
  std::vector<Word> returned;

  Result<CPtr> operator()(const TranslationLevel& level) {
    if (given.size() == limit) return Failure{Error::not_enough_memory};
    given.push_back(level.kind.object_type);
    return CPtr{given.size()};
  }
  void give_back(const TranslationLevel& level, CPtr) {
    returned.push_back(level.kind.object_type);
  }
};
static_assert(sel4::TableSource<Source>);

Result<> map(ModelSpace& space, Vaddr at, Word size_bits, Source& source) {
  sel4::detail::TreeMapper mapper{
      space.tree, space.maps_highest_missing, [&] { return space.map_frame(at, size_bits); },
      [&](CPtr, std::size_t depth) { return space.map_table(depth, at); }, source};
  return mapper.map(*space.tree.depth_of_frame(size_bits));
}

struct Case {
  const TranslationTree& tree;
  bool maps_highest_missing;
};
const std::vector<Case> cases{{shapes::arm, true},
                              {shapes::arm_large_root, true},
                              {shapes::sv39, true},
                              {shapes::x86, false}};

TEST_CASE("missing tables are supplied, as many as the arithmetic says and no more") {
  for (const Case& c : cases) {
    ModelSpace space{c.tree, c.maps_highest_missing};
    Source source;
    const Vaddr start{(Word{1} << 30) - 0x3000};
    for (Word page = 0; page < 6; ++page) {
      CHECK(map(space, start + page * 0x1000, 12, source).has_value());
    }
    const Word needed = c.tree.tables_needed(start, start + 0x5fff, 12);
    CHECK(source.given.size() == needed);
    CHECK(space.tables.size() == needed);
    CHECK(source.returned.empty());
    CHECK(space.frames.size() == 6);
  }
}

TEST_CASE("large frames stop above the last tables") {
  for (const Case& c : cases) {
    ModelSpace space{c.tree, c.maps_highest_missing};
    Source source;
    const Vaddr at{0x8020'0000};
    CHECK(map(space, at, 21, source).has_value());
    CHECK(source.given.size() == c.tree.tables_needed(at, at + 0x1f'ffff, 21));
    // And small ones beside them find the tables that are there.
    CHECK(map(space, at + 0x20'0000, 12, source).has_value());
    CHECK(space.tables.size() == c.tree.depth_count() - 1);
    CHECK(source.returned.empty());
  }
}

TEST_CASE("where each kind has its own place, the deepest is asked for first") {
  ModelSpace space{shapes::x86, false};
  Source source;
  CHECK(map(space, Vaddr{0x1000}, 12, source).has_value());
  CHECK(source.given == std::vector<Word>{shapes::table.object_type, shapes::directory.object_type,
                                          shapes::pdpt.object_type});
}

TEST_CASE("without an ASID the error is failed_lookup and every table comes back") {
  for (const Case& c : cases) {
    ModelSpace space{c.tree, c.maps_highest_missing};
    space.has_asid = false;
    Source source;
    CHECK(map(space, Vaddr{0x1000}, 12, source).error() == Error::failed_lookup);
    CHECK(source.given.size() == source.returned.size());
    CHECK(space.tables.empty());
  }
}

TEST_CASE("an occupied address is reported and costs nothing") {
  for (const Case& c : cases) {
    ModelSpace space{c.tree, c.maps_highest_missing};
    Source source;
    CHECK(map(space, Vaddr{0x1000}, 12, source).has_value());
    const std::size_t given = source.given.size();
    CHECK(map(space, Vaddr{0x1000}, 12, source).error() == Error::delete_first);
    CHECK(source.given.size() == given);
  }
}

TEST_CASE("a large frame in the way is reported and the table comes back") {
  for (const Case& c : cases) {
    ModelSpace space{c.tree, c.maps_highest_missing};
    Source source;
    CHECK(map(space, Vaddr{0x20'0000}, 21, source).has_value());
    const std::size_t tables = space.tables.size();
    CHECK(map(space, Vaddr{0x20'1000}, 12, source).error() == Error::delete_first);
    CHECK(space.tables.size() == tables);
    CHECK(source.returned.size() == 1);
  }
}

TEST_CASE("a source that runs out ends the mapping with its error") {
  for (const Case& c : cases) {
    for (std::size_t limit = 0; limit + 1 < c.tree.depth_count(); ++limit) {
      ModelSpace space{c.tree, c.maps_highest_missing};
      Source source{.limit = limit, .given = {}, .returned = {}};
      CHECK(map(space, Vaddr{0x1000}, 12, source).error() == Error::not_enough_memory);
      // What was given is mapped or back.
      CHECK(space.tables.size() + source.returned.size() == limit);
      // With more tables a second try completes.
      source.limit = 100;
      CHECK(map(space, Vaddr{0x1000}, 12, source).has_value());
      CHECK(space.tables.size() == c.tree.depth_count() - 1);
    }
  }
}

TEST_CASE("scattered addresses never waste a table") {
  for (const Case& c : cases) {
    ModelSpace space{c.tree, c.maps_highest_missing};
    Source source;
    Word random = 0x2545'f491'4f6c'dd1d;
    for (int i = 0; i < 200; ++i) {
      random ^= random << 13;
      random ^= random >> 7;
      random ^= random << 17;
      const Word bits = c.tree.span_bits();
      const Vaddr at = Vaddr{random & ((Word{1} << bits) - 1)}.align_down(12);
      const Result<> mapped = map(space, at, 12, source);
      CHECK((mapped.has_value() || mapped.error() == Error::delete_first));
    }
    CHECK(space.tables.size() == source.given.size());
    CHECK(source.returned.empty());
  }
}

}  // namespace
