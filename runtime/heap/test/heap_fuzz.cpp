// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// Sequences of heap operations from bytes, with the heap's own check and watched contents.

#include <sel4/heap.hpp>

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <vector>

namespace {

struct Block {
  unsigned char* bytes;
  std::size_t size;
  unsigned char mark;
};

void expect(bool good) {
  if (!good) std::abort();
}

void check_contents(const Block& block) {
  for (std::size_t i = 0; i < block.size; ++i) expect(block.bytes[i] == block.mark);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::vector<std::byte> first(3000);
  std::vector<std::byte> second(20000);
  sel4::Heap heap;
  std::vector<Block> blocks;
  std::size_t at = 0;
  bool added = false;
  unsigned step = 0;
  const auto next = [&]() -> unsigned { return at < size ? data[at++] : 0; };
  if (!heap.add({first.data() + next() % 16, 2900})) return 0;
  while (at < size) {
    const unsigned operation = next();
    const std::size_t amount = (next() | next() << 8) % (operation % 3 == 0 ? 8000 : 200);
    const auto mark = static_cast<unsigned char>(at);
    switch (operation % 6) {
      case 0:
      case 1:
      case 2: {
        const std::size_t alignment = std::size_t{1} << (operation >> 4) % 13;
        auto* const bytes = static_cast<unsigned char*>(heap.allocate(amount, alignment));
        if (bytes == nullptr) break;
        expect(reinterpret_cast<std::uintptr_t>(bytes) % alignment == 0);
        expect(heap.usable_size(bytes) >= amount);
        std::memset(bytes, mark, amount);
        blocks.push_back({bytes, amount, mark});
        break;
      }
      case 3: {
        if (blocks.empty()) break;
        Block& block = blocks[amount % blocks.size()];
        check_contents(block);
        heap.free(block.bytes);
        block = blocks.back();
        blocks.pop_back();
        break;
      }
      case 4: {
        if (blocks.empty()) break;
        Block& block = blocks[operation % blocks.size()];
        check_contents(block);
        auto* const bytes = static_cast<unsigned char*>(heap.reallocate(block.bytes, amount));
        if (bytes == nullptr) break;
        block.bytes = bytes;
        if (amount < block.size) block.size = amount;
        check_contents(block);
        block.size = amount;
        std::memset(bytes, block.mark, amount);
        break;
      }
      default:
        // Once: the heap keeps it.
        if (!added && amount > 100) added = heap.add(second);
        break;
    }
    if (++step % 8 == 0) heap.check();
  }
  for (const Block& block : blocks) {
    check_contents(block);
    heap.free(block.bytes);
  }
  heap.check();
  expect(heap.statistics().used == 0);
  return 0;
}
