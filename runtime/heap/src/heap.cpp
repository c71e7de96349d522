// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "block.hpp"

#include <sel4/base/panic.hpp>
#include <sel4/heap.hpp>

#include <bit>
#include <cstring>

namespace sel4 {

using detail::round_down;
using detail::round_up;

// ------------------------------------------------------------------ lists by size

Heap::Place Heap::place_of(std::size_t size) noexcept {
  if (size < (std::size_t{1} << small_bits)) {
    return {0, static_cast<unsigned>(size / Heap::alignment)};
  }
  const auto top = static_cast<unsigned>(std::bit_width(size)) - 1;
  return {top - small_bits + 1,
          static_cast<unsigned>(size >> (top - second_bits)) & (second_count - 1)};
}

/// So large that every block of this size's list will do.
std::size_t Heap::round_up_to_list(std::size_t size) noexcept {
  if (size < (std::size_t{1} << small_bits)) return size;
  const auto top = static_cast<unsigned>(std::bit_width(size)) - 1;
  return size + (std::size_t{1} << (top - second_bits)) - 1;
}

void Heap::insert(Block* block) noexcept {
  const Place place = place_of(block->size());
  Block*& head = lists_[place.first][place.second];
  block->previous_in_list = nullptr;
  block->next_in_list = head;
  if (head != nullptr) head->previous_in_list = block;
  head = block;
  first_map_ |= 1u << place.first;
  second_map_[place.first] =
      static_cast<std::uint8_t>(second_map_[place.first] | 1u << place.second);
}

void Heap::remove(Block* block) noexcept {
  const Place place = place_of(block->size());
  Block* const next = block->next_in_list;
  Block* const previous = block->previous_in_list;
  if ((next != nullptr && next->previous_in_list != block) ||
      (previous != nullptr ? previous->next_in_list : lists_[place.first][place.second]) != block) {
    panic("heap corrupted", "a free block was written to");
  }
  if (next != nullptr) next->previous_in_list = previous;
  if (previous != nullptr) {
    previous->next_in_list = next;
    return;
  }
  lists_[place.first][place.second] = next;
  if (next != nullptr) return;
  second_map_[place.first] =
      static_cast<std::uint8_t>(second_map_[place.first] & ~(1u << place.second));
  if (second_map_[place.first] == 0) first_map_ &= ~(1u << place.first);
}

/// Takes a block of at least `size` off its list.
Heap::Block* Heap::find(std::size_t size) noexcept {
  const Place place = place_of(round_up_to_list(size));
  if (place.first >= first_count) return nullptr;
  unsigned first = place.first;
  unsigned seconds = second_map_[first] & (~0u << place.second);
  if (seconds == 0) {
    const std::uint32_t firsts = first + 1 < 32 ? first_map_ & (~0u << (first + 1)) : 0;
    if (firsts == 0) return nullptr;
    first = static_cast<unsigned>(std::countr_zero(firsts));
    seconds = second_map_[first];
  }
  Block* const block = lists_[first][std::countr_zero(seconds)];
  remove(block);
  return block;
}

// ------------------------------------------------------------------ memory

bool Heap::add(std::span<std::byte> memory) noexcept {
  const auto start = reinterpret_cast<std::uintptr_t>(memory.data());
  const std::uintptr_t begin = round_up(start, alignment);
  const std::uintptr_t end = round_down(start + memory.size(), alignment);
  if (end <= begin || end - begin < Region::overhead + Block::minimum) return false;
  if (end - begin >= (std::size_t{1} << (first_count + small_bits - 1))) return false;
  auto* const region = reinterpret_cast<Region*>(begin);
  region->next = regions_;
  region->end = end;
  regions_ = region;

  // One free block, and after it a header without a body that is always in use.
  Block* const block = region->first();
  const std::size_t size = end - begin - Region::overhead;
  block->header = size | Block::flag_previous_used;
  Block* const last = block->next();
  last->header = Block::flag_used;
  last->previous_size = size;
  insert(block);
  statistics_.total += size;
  return true;
}

/// Cuts what a used block has beyond `size` off and frees it.
void Heap::trim(Block* block, std::size_t size) noexcept {
  if (block->size() - size < Block::minimum) return;
  const std::size_t rest_size = block->size() - size;
  block->set_size(size);
  Block* const rest = block->next();
  rest->header = rest_size | Block::flag_used | Block::flag_previous_used;
  release(rest);
}

/// Makes a used block free, joined with its free neighbours.
void Heap::release(Block* block) noexcept {
  Block* next = block->next();
  block->header &= ~Block::flag_used;
  if (!next->used()) {
    remove(next);
    block->set_size(block->size() + next->size());
    // Not to be taken for a block again.
    next->header = 0;
  }
  if (!block->previous_used()) {
    Block* const previous = block->previous();
    remove(previous);
    previous->set_size(previous->size() + block->size());
    block = previous;
  }
  next = block->next();
  next->header &= ~Block::flag_previous_used;
  next->previous_size = block->size();
  insert(block);
}

void Heap::note_used(std::size_t more, std::size_t less) noexcept {
  statistics_.used += more - less;
  if (statistics_.used > statistics_.peak) statistics_.peak = statistics_.used;
}

void* Heap::allocate(std::size_t bytes, std::size_t align) noexcept {
  std::size_t size = 0;
  if (!detail::block_size_for(bytes, size) || !std::has_single_bit(align)) return nullptr;
  std::size_t wanted = size;
  if (align > alignment && (align > detail::size_limit ||
                            __builtin_add_overflow(size, align + Block::minimum, &wanted) ||
                            wanted > detail::size_limit)) {
    return nullptr;
  }
  Block* block = find(wanted);
  if (block == nullptr) return nullptr;
  block->header |= Block::flag_used;
  block->next()->header |= Block::flag_previous_used;
  if (align > alignment) {
    const auto body = reinterpret_cast<std::uintptr_t>(block->body());
    std::uintptr_t aligned = round_up(body, align);
    // What is left in front must be a block itself.
    while (aligned != body && aligned - body < Block::minimum) aligned += align;
    if (aligned != body) {
      Block* const front = block;
      const std::size_t front_size = aligned - body;
      block = Block::of(reinterpret_cast<void*>(aligned));
      block->header = (front->size() - front_size) | Block::flag_used | Block::flag_previous_used;
      front->set_size(front_size);
      release(front);
    }
  }
  trim(block, size);
  note_used(block->size(), 0);
  return block->body();
}

Heap::Block* Heap::checked(void* body, const char* operation) const noexcept {
  const auto address = reinterpret_cast<std::uintptr_t>(body);
  const Region* region = regions_;
  while (region != nullptr && !region->contains(address)) region = region->next;
  if (region == nullptr || address % alignment != 0) {
    panic(operation, "the pointer is not one of the heap's");
  }
  Block* const block = Block::of(body);
  if (!block->used()) panic(operation, "the block is free already (freed twice?)");
  const std::size_t size = block->size();
  if (size < Block::minimum || size % alignment != 0 || size > region->end - address ||
      !block->next()->previous_used()) {
    panic(operation, "not the start of a block, or the memory around it was overwritten");
  }
  return block;
}

void Heap::free(void* body) noexcept {
  if (body == nullptr) return;
  Block* const block = checked(body, "invalid free");
  note_used(0, block->size());
  release(block);
}

void* Heap::reallocate(void* body, std::size_t bytes) noexcept {
  if (body == nullptr) return allocate(bytes);
  Block* const block = checked(body, "invalid realloc");
  std::size_t size = 0;
  if (!detail::block_size_for(bytes, size)) return nullptr;
  const std::size_t before = block->size();
  Block* const next = block->next();
  if (size > before && !next->used() && before + next->size() >= size) {
    remove(next);
    block->set_size(before + next->size());
    next->header = 0;
    block->next()->header |= Block::flag_previous_used;
  }
  if (size <= block->size()) {
    trim(block, size);
    note_used(block->size(), before);
    return body;
  }
  void* const moved = allocate(bytes);
  if (moved == nullptr) return nullptr;
  std::memcpy(moved, body, before - Block::overhead);
  free(body);
  return moved;
}

std::size_t Heap::usable_size(const void* body) const noexcept {
  return body == nullptr ? 0 : Block::of(const_cast<void*>(body))->size() - Block::overhead;
}

}  // namespace sel4
