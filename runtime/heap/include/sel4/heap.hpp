// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/static_heap.h>

#include <cstddef>
#include <cstdint>
#include <span>

namespace sel4 {

/// A memory allocator over memory that it is given: two-level segregated free lists, blocks joined
/// with their free neighbours at once. Every operation takes constant time (but for copying in
/// reallocate()). A block costs 8 bytes and is rounded to 16; the smallest takes 32.
///
/// Not locked; malloc() and operator new lock the program's one heap (program_heap()). Knows no
/// kernel, and works on the host.
class Heap {
 public:
  /// All blocks are at least so aligned.
  static constexpr std::size_t alignment = 16;

  constexpr Heap() noexcept = default;
  Heap(const Heap&) = delete;
  Heap& operator=(const Heap&) = delete;

  /// Gives the heap memory to hand out, which must outlive the heap. May be called again with more.
  /// False, and nothing is taken, if `memory` is too small to hold a block (about 100 bytes) or
  /// larger than 64 GiB.
  bool add(std::span<std::byte> memory) noexcept;

  /// A block of at least `bytes` (0 counts as 1), aligned to `align`, which must be a power of two;
  /// null if there is none. `align` may be as large as the memory allows.
  [[nodiscard]] void* allocate(std::size_t bytes, std::size_t align = alignment) noexcept;

  /// Gives back a block of this heap; null is ignored. Panics if the block is not one that
  /// allocate() or reallocate() returned, was given back already, or if the memory before or behind
  /// it was overwritten, as far as the headers show it.
  void free(void* block) noexcept;

  /// Changes a block's size, in place if it can; else moves it (alignment 16). Null if there is no
  /// memory for it; then the block stays as it was. Null as `block` allocates. Panics like free().
  [[nodiscard]] void* reallocate(void* block, std::size_t bytes) noexcept;

  /// How many bytes of this block can be used: at least what was asked for.
  [[nodiscard]] std::size_t usable_size(const void* block) const noexcept;

  /// How much memory the heap has, and has handed out.
  struct Statistics {
    std::size_t total;  ///< bytes of all memory added, without the heap's own
    std::size_t used;   ///< bytes in blocks handed out, with their headers
    std::size_t peak;   ///< the largest `used` so far
  };
  /// How full it is now. Costs nothing.
  [[nodiscard]] Statistics statistics() const noexcept { return statistics_; }

  /// Walks all memory and panics if anything contradicts itself. For tests; takes long.
  void check() const noexcept;

 private:
  struct Block;
  struct Region;

  static constexpr unsigned second_bits = 3;
  static constexpr unsigned second_count = 1u << second_bits;
  static constexpr unsigned first_count = 30;
  static constexpr unsigned small_bits = 7;  // blocks below 128 bytes have a list per size

  struct Place {
    unsigned first;
    unsigned second;
  };
  static Place place_of(std::size_t size) noexcept;
  static std::size_t round_up_to_list(std::size_t size) noexcept;

  void insert(Block* block) noexcept;
  void remove(Block* block) noexcept;
  Block* find(std::size_t size) noexcept;
  Block* checked(void* block, const char* operation) const noexcept;
  void release(Block* block) noexcept;
  void trim(Block* block, std::size_t size) noexcept;
  void note_used(std::size_t more, std::size_t less) noexcept;

  Region* regions_ = nullptr;
  std::uint32_t first_map_ = 0;
  std::uint8_t second_map_[first_count] = {};
  Block* lists_[first_count][second_count] = {};
  Statistics statistics_ = {};
};

/// The heap behind malloc() and operator new, for its statistics. Needs SEL4_STATIC_HEAP.
[[nodiscard]] Heap::Statistics heap_statistics() noexcept;

/// Gives the heap behind malloc() and operator new more memory, for good. See Heap::add().
bool add_heap_memory(std::span<std::byte> memory) noexcept;

}  // namespace sel4
