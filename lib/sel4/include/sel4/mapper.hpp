// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/arch/translation_levels.hpp>
#include <sel4/frame.hpp>
#include <sel4/translation_table.hpp>

#include <concepts>
#include <cstddef>
#include <utility>

namespace sel4 {

/// Where map_frame() gets the translation tables that are missing: a callable that makes a new
/// object of the level's kind and returns where its capability is.
///
/// If it has a member `give_back(const TranslationLevel&, CPtr)`, that is called with a table that
/// turned out not to be needed, unmapped; otherwise such a table stays with the source.
template <class T>
concept TableSource = requires(T source, const TranslationLevel& level) {
  { source(level) } -> std::same_as<Result<CPtr>>;
};

namespace detail {

/// Maps one leaf of a translation tree, supplying the tables that the kernel misses.
/// `MapLeaf`: () -> Result<>; `MapTable`: (CPtr table, std::size_t depth) -> Result<>.
template <class MapLeaf, class MapTable, class Source>
class TreeMapper {
 public:
  TreeMapper(const TranslationTree& tree, bool maps_highest_missing, MapLeaf map_leaf,
             MapTable map_table, Source& source) noexcept
      : tree_(tree),
        maps_highest_missing_(maps_highest_missing),
        map_leaf_(map_leaf),
        map_table_(map_table),
        source_(source) {}

  /// `deepest` is the depth of the table that holds the leaf's entry.
  Result<> map(std::size_t deepest) {
    // The kernel refuses the leaf as long as a table is missing, and does not say reliably which.
    // So ask for the leaf first, and for tables only when one is missing for certain.
    for (std::size_t mapped = 0; mapped < deepest; ++mapped) {
      const Result<> leaf = map_leaf_();
      if (leaf.error() != Error::failed_lookup) return leaf;
      SEL4_TRY(supply(deepest));
    }
    return map_leaf_();
  }

 private:
  /// Maps a new table of `depth`, and before it those above it that it misses.
  Result<> supply(std::size_t depth) {
    const CPtr table = SEL4_TRY(source_(tree_.at(depth)));
    Result<> mapped = map_table_(table, depth);
    if (mapped.error() == Error::failed_lookup && depth > 1 && !maps_highest_missing_) {
      mapped = supply(depth - 1).and_then([&] { return map_table_(table, depth); });
    }
    if (!mapped) {
      if constexpr (requires { source_.give_back(tree_.at(depth), table); }) {
        source_.give_back(tree_.at(depth), table);
      }
    }
    return mapped;
  }

  const TranslationTree& tree_;
  bool maps_highest_missing_;
  MapLeaf map_leaf_;
  MapTable map_table_;
  Source& source_;
};

}  // namespace detail

/// Where and how map_frame() maps a frame.
struct Mapping {
  /// Where; aligned to the frame's size.
  Vaddr vaddr;
  /// The kernel leaves out those that the frame's capability does not have.
  Rights rights;
  /// How the frame is cached and whether it holds code.
  VmAttributes attributes;
};

/// Maps a frame of 2^size_bits bytes, and before it whatever translation tables are missing at its
/// address. Each table is asked for only when the kernel has said that one is missing, so none is
/// wasted on success; tables that were mapped stay mapped when a later step fails.
///
/// Errors: those of FrameOf::map(), of the tables' map() and of the source; range: no table of this
/// architecture has entries for frames of this size. Missing tables do not come out as errors: a
/// failed_lookup means that the VSpace has no ASID. delete_first: see FrameOf::map(), or a larger
/// frame covers the address.
template <class V, class F, TableSource Source>
Result<> map_frame_of_size(BasicVSpace<V> vspace, BasicFrame<F> frame, Word size_bits,
                           const Mapping& mapping, Source&& source) {
  const std::optional<std::size_t> deepest = arch::vspace_tree.depth_of_frame(size_bits);
  if (!deepest) return Failure{Error::range};
  detail::TreeMapper mapper{
      arch::vspace_tree, arch::maps_highest_missing_table,
      [&] { return frame.map(vspace, mapping.vaddr, mapping.rights, mapping.attributes); },
      [&](CPtr table, std::size_t depth) {
        return arch::map_table(frame.ipc(), table, vspace.cptr(), depth, mapping.vaddr,
                               VmAttributes::standard);
      },
      source};
  return mapper.map(*deepest);
}

/// map_frame_of_size() for a frame whose type says its size.
template <class V, class F, TableSource Source>
  requires requires { F::size_bits; }
Result<> map_frame(BasicVSpace<V> vspace, F frame, const Mapping& mapping, Source&& source) {
  return map_frame_of_size(vspace, BasicFrame<typename F::Context>{frame.cptr(), frame.ipc()},
                           F::size_bits, mapping, source);
}

}  // namespace sel4
