// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "block.hpp"

#include <sel4/base/panic.hpp>
#include <sel4/heap.hpp>

void sel4::Heap::check() const noexcept {
  std::size_t total = 0;
  std::size_t used = 0;
  std::size_t free_blocks = 0;
  for (Region* region = regions_; region != nullptr; region = region->next) {
    Block* block = region->first();
    bool previous_used = true;
    for (; block->size() != 0; block = block->next()) {
      const std::size_t size = block->size();
      if (block->previous_used() != previous_used)
        panic("heap check", "flags of neighbours differ");
      if (size < Block::minimum || size > region->end - reinterpret_cast<std::uintptr_t>(block)) {
        panic("heap check", "a block's size cannot be");
      }
      if (!previous_used && !block->used()) panic("heap check", "two free neighbours");
      if (!block->used() && block->next()->previous_size != size) {
        panic("heap check", "a free block's size differs at its end");
      }
      previous_used = block->used();
      total += size;
      if (previous_used) used += size;
      if (!previous_used) ++free_blocks;
    }
    if (!block->used() || block->previous_used() != previous_used) {
      panic("heap check", "the end of the memory was overwritten");
    }
    if (reinterpret_cast<std::uintptr_t>(block) + 16 != region->end) {
      panic("heap check", "the blocks do not fill the memory");
    }
  }
  if (total != statistics_.total || used != statistics_.used) panic("heap check", "sums differ");
  for (unsigned first = 0; first < first_count; ++first) {
    if (((first_map_ >> first) & 1) != (second_map_[first] != 0 ? 1u : 0u)) {
      panic("heap check", "the map of lists differs from the maps below");
    }
    for (unsigned second = 0; second < second_count; ++second) {
      const Block* block = lists_[first][second];
      if (((second_map_[first] >> second) & 1u) != (block != nullptr ? 1u : 0u)) {
        panic("heap check", "a map differs from its lists");
      }
      for (; block != nullptr; block = block->next_in_list) {
        const Place place = place_of(block->size());
        if (block->used() || place.first != first || place.second != second || free_blocks == 0) {
          panic("heap check", "a block in the wrong list");
        }
        --free_blocks;
      }
    }
  }
  if (free_blocks != 0) panic("heap check", "a free block in no list");
}
