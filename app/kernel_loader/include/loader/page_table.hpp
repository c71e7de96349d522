// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace sel4::loader {

/// One translation table of 4 KiB.
struct alignas(4096) Table {
  std::uint64_t entries[512];
};

/// A stretch of address space to translate.
struct Mapping {
  std::uint64_t virt;
  std::uint64_t phys;
  std::uint64_t size;
  /// Descriptor bits of the leaves, as `Format` wants them.
  std::uint64_t attributes;
};

/// Builds translation tables of 512 entries and 4 KiB pages from a fixed pool.
///
/// `Format` gives `levels`, `first_leaf_level` (0 is the root), leaf(), branch(), is_leaf().
/// Tables are addressed by their physical address, which must be the one they are built at.
template <class Format>
class TableBuilder {
 public:
  explicit TableBuilder(std::span<Table> pool) : pool_(pool) {}

  /// A new empty table, or null when the pool is used up.
  [[nodiscard]] Table* allocate() {
    if (used_ == pool_.size()) return nullptr;
    Table* table = &pool_[used_++];
    for (std::uint64_t& entry : table->entries) entry = 0;
    return table;
  }

  /// Adds a mapping below `root` with the largest leaves that fit.
  ///
  /// All of its fields must be multiples of 4 KiB. False if the pool is used up or part of it is
  /// mapped already; what was mapped up to there stays.
  [[nodiscard]] bool map(Table* root, Mapping mapping) {
    while (mapping.size != 0) {
      const unsigned level = leaf_level(mapping);
      const std::uint64_t leaf_size = span(level);
      Table* table = root;
      for (unsigned at = 0; at < level; ++at) {
        std::uint64_t& entry = table->entries[index(mapping.virt, at)];
        if (entry == 0) {
          Table* next = allocate();
          if (next == nullptr) return false;
          entry = Format::branch(reinterpret_cast<std::uintptr_t>(next));
        } else if (Format::is_leaf(entry, at)) {
          return false;
        }
        table = reinterpret_cast<Table*>(static_cast<std::uintptr_t>(Format::address(entry)));
      }
      // Fill this table as far as the same leaf size goes: the walk is paid once.
      std::size_t i = index(mapping.virt, level);
      do {
        if (table->entries[i] != 0) return false;
        table->entries[i] = Format::leaf(mapping.phys, level, mapping.attributes);
        mapping.virt += leaf_size;
        mapping.phys += leaf_size;
        mapping.size -= leaf_size;
        ++i;
      } while (i < 512 && mapping.size >= leaf_size && leaf_level(mapping) == level);
    }
    return true;
  }

  [[nodiscard]] std::size_t used() const { return used_; }

 private:
  static constexpr std::uint64_t span(unsigned level) {
    return std::uint64_t{1} << (12 + 9 * (Format::levels - 1 - level));
  }
  static constexpr std::size_t index(std::uint64_t virt, unsigned level) {
    return (virt >> (12 + 9 * (Format::levels - 1 - level))) & 511;
  }
  static unsigned leaf_level(const Mapping& mapping) {
    unsigned level = Format::first_leaf_level;
    while (level < Format::levels - 1 &&
           (mapping.size < span(level) || (mapping.virt | mapping.phys) % span(level) != 0)) {
      ++level;
    }
    return level;
  }

  std::span<Table> pool_;
  std::size_t used_ = 0;
};

/// AArch64 stage 1, 4 KiB granule, 48 bits (Arm ARM D8.3).
struct Aarch64Format {
  static constexpr unsigned levels = 4;
  static constexpr unsigned first_leaf_level = 1;
  static constexpr std::uint64_t normal = (4 << 2) | (1 << 10);
  static constexpr std::uint64_t device = (0 << 2) | (1 << 10);
  static constexpr std::uint64_t inner_shareable = 3 << 8;
  static constexpr std::uint64_t address_mask = 0x0000'ffff'ffff'f000;

  static constexpr std::uint64_t leaf(std::uint64_t phys, unsigned level,
                                      std::uint64_t attributes) {
    return phys | attributes | (level == levels - 1 ? 3 : 1);
  }
  static constexpr std::uint64_t branch(std::uint64_t phys) { return phys | 3; }
  static constexpr bool is_leaf(std::uint64_t entry, unsigned level) {
    return level == levels - 1 || (entry & 2) == 0;
  }
  static constexpr std::uint64_t address(std::uint64_t entry) { return entry & address_mask; }
};

/// RISC-V Sv39 (privileged specification, 10.4).
struct Sv39Format {
  static constexpr unsigned levels = 3;
  static constexpr unsigned first_leaf_level = 0;
  /// R, W, X, A, D: cores need not set A and D themselves.
  static constexpr std::uint64_t normal = 0xce;

  static constexpr std::uint64_t leaf(std::uint64_t phys, unsigned, std::uint64_t attributes) {
    return (phys >> 2) | attributes | 1;
  }
  static constexpr std::uint64_t branch(std::uint64_t phys) { return (phys >> 2) | 1; }
  static constexpr bool is_leaf(std::uint64_t entry, unsigned) { return (entry & 0xe) != 0; }
  static constexpr std::uint64_t address(std::uint64_t entry) {
    return ((entry >> 10) << 12) & 0x00ff'ffff'ffff'f000;
  }
};

}  // namespace sel4::loader
