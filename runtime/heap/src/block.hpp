// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// How a heap's memory is laid out. A block's header is the word before its body; while the block
// before it is free, the word before that holds that block's size (else it belongs to that block's
// body). A free block's body holds the links of its list.

#pragma once

#include <sel4/heap.hpp>

#include <cstddef>
#include <cstdint>

namespace sel4 {

namespace detail {

/// No block is larger: sums of a few sizes cannot overflow.
inline constexpr std::size_t size_limit = std::size_t{1} << 40;

constexpr std::uintptr_t round_down(std::uintptr_t value, std::size_t alignment) noexcept {
  return value & ~(alignment - 1);
}
constexpr std::uintptr_t round_up(std::uintptr_t value, std::size_t alignment) noexcept {
  return round_down(value + alignment - 1, alignment);
}

}  // namespace detail

struct Heap::Block {
  static constexpr std::size_t flag_used = 1;
  static constexpr std::size_t flag_previous_used = 2;
  static constexpr std::size_t flags = Heap::alignment - 1;
  static constexpr std::size_t overhead = 8;
  static constexpr std::size_t minimum = 32;

  std::size_t previous_size;
  std::size_t header;
  Block* next_in_list;
  Block* previous_in_list;

  static Block* of(void* body) noexcept {
    return reinterpret_cast<Block*>(static_cast<std::byte*>(body) - offsetof(Block, next_in_list));
  }
  [[nodiscard]] void* body() noexcept { return &next_in_list; }
  [[nodiscard]] std::size_t size() const noexcept { return header & ~flags; }
  void set_size(std::size_t size) noexcept { header = size | (header & flags); }
  [[nodiscard]] bool used() const noexcept { return (header & flag_used) != 0; }
  [[nodiscard]] bool previous_used() const noexcept { return (header & flag_previous_used) != 0; }
  [[nodiscard]] Block* next() noexcept {
    return reinterpret_cast<Block*>(reinterpret_cast<std::byte*>(this) + size());
  }
  [[nodiscard]] Block* previous() noexcept {
    return reinterpret_cast<Block*>(reinterpret_cast<std::byte*>(this) - previous_size);
  }
};

/// Stands at the start of memory given to the heap.
struct Heap::Region {
  Region* next;
  std::uintptr_t end;

  /// What a region takes of its memory: this, and the header of the block that ends it.
  static constexpr std::size_t overhead = 32;

  [[nodiscard]] Block* first() noexcept { return reinterpret_cast<Block*>(this + 1); }
  [[nodiscard]] bool contains(std::uintptr_t body) const noexcept {
    return body >= reinterpret_cast<std::uintptr_t>(this) + sizeof(Region) + 16 && body < end;
  }
};

namespace detail {

/// The size of a block for `bytes` bytes; false if there is no such block.
inline bool block_size_for(std::size_t bytes, std::size_t& size) noexcept {
  if (bytes > size_limit) return false;
  // A block's body reaches into the first word of the next one.
  size = round_up(bytes + 8, Heap::alignment);
  if (size < 32) size = 32;
  return true;
}

}  // namespace detail
}  // namespace sel4
