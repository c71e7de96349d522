// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/heap.hpp>

#include <cstdint>
#include <cstring>
#include <doctest/doctest.h>
#include <memory>
#include <random>
#include <vector>

namespace {

struct Memory {
  explicit Memory(std::size_t size) : bytes(new std::byte[size]), span(bytes.get(), size) {}
  std::unique_ptr<std::byte[]> bytes;
  std::span<std::byte> span;
};

bool aligned(const void* block, std::size_t alignment) {
  return reinterpret_cast<std::uintptr_t>(block) % alignment == 0;
}

}  // namespace

TEST_CASE("a heap without memory has nothing") {
  sel4::Heap heap;
  CHECK(heap.allocate(1) == nullptr);
  CHECK(heap.reallocate(nullptr, 1) == nullptr);
  heap.free(nullptr);
  heap.check();
}

TEST_CASE("too little memory is not taken") {
  Memory memory(256);
  for (std::size_t size = 0; size < 80; ++size) {
    for (std::size_t offset = 0; offset < 16; ++offset) {
      sel4::Heap heap;
      const bool taken = heap.add(memory.span.subspan(offset, size));
      heap.check();
      CHECK((heap.allocate(1) != nullptr) == taken);
      if (size < 64) CHECK_FALSE(taken);
    }
  }
}

TEST_CASE("all of it can be had as one block, and again after pieces") {
  Memory memory(1 << 16);
  sel4::Heap heap;
  REQUIRE(heap.add(memory.span));
  const std::size_t total = heap.statistics().total;
  // A size class may hold less than its name: the largest block that is surely found is a class
  // below.
  const std::size_t large = total - total / 8;
  void* const all = heap.allocate(large);
  REQUIRE(all != nullptr);
  CHECK(heap.allocate(large) == nullptr);
  std::memset(all, 0xa5, large);
  heap.free(all);
  heap.check();
  std::vector<void*> blocks;
  for (void* block = nullptr; (block = heap.allocate(100)) != nullptr;) blocks.push_back(block);
  CHECK(blocks.size() >= total / 112 - 8);
  for (std::size_t i = 0; i < blocks.size(); i += 2) heap.free(blocks[i]);
  heap.check();
  CHECK(heap.allocate(large) == nullptr);
  for (std::size_t i = 1; i < blocks.size(); i += 2) heap.free(blocks[i]);
  heap.check();
  CHECK(heap.statistics().used == 0);
  CHECK(heap.statistics().peak > 0);
  void* const again = heap.allocate(large);
  CHECK(again != nullptr);
  heap.free(again);
}

TEST_CASE("size 0 gives a block of its own") {
  Memory memory(4096);
  sel4::Heap heap;
  REQUIRE(heap.add(memory.span));
  void* const a = heap.allocate(0);
  void* const b = heap.allocate(0);
  CHECK(a != nullptr);
  CHECK(b != nullptr);
  CHECK(a != b);
  heap.free(a);
  heap.free(b);
  CHECK(heap.statistics().used == 0);
}

TEST_CASE("sizes that cannot be") {
  Memory memory(4096);
  sel4::Heap heap;
  REQUIRE(heap.add(memory.span));
  for (std::size_t size :
       {std::size_t{4096}, SIZE_MAX, SIZE_MAX - 15, SIZE_MAX / 2, std::size_t{1} << 40}) {
    CHECK(heap.allocate(size) == nullptr);
    CHECK(heap.allocate(size, 4096) == nullptr);
    void* const block = heap.allocate(10);
    CHECK(heap.reallocate(block, size) == nullptr);
    heap.free(block);
  }
  CHECK(heap.allocate(1, 0) == nullptr);
  CHECK(heap.allocate(1, 48) == nullptr);
  CHECK(heap.allocate(1, SIZE_MAX / 2 + 1) == nullptr);
  heap.check();
}

TEST_CASE("alignments to 64 KiB") {
  Memory memory(1 << 20);
  sel4::Heap heap;
  REQUIRE(heap.add(memory.span.subspan(3)));
  std::vector<void*> blocks;
  for (std::size_t alignment = 1; alignment <= 65536; alignment *= 2) {
    void* const block = heap.allocate(24, alignment);
    REQUIRE(block != nullptr);
    CHECK(aligned(block, alignment));
    CHECK(aligned(block, 16));
    std::memset(block, 0xff, 24);
    heap.check();
    blocks.push_back(block);
  }
  for (void* const block : blocks) heap.free(block);
  heap.check();
  CHECK(heap.statistics().used == 0);
}

TEST_CASE("reallocation keeps the contents, in place where it can") {
  Memory memory(1 << 16);
  sel4::Heap heap;
  REQUIRE(heap.add(memory.span));
  auto* block = static_cast<unsigned char*>(heap.allocate(16));
  for (unsigned i = 0; i < 16; ++i) block[i] = static_cast<unsigned char>(i);
  auto* const grown = static_cast<unsigned char*>(heap.reallocate(block, 1000));
  CHECK(grown == block);
  CHECK(heap.usable_size(grown) >= 1000);
  auto* const neighbour = static_cast<unsigned char*>(heap.allocate(100));
  auto* const moved = static_cast<unsigned char*>(heap.reallocate(grown, 3000));
  REQUIRE(moved != nullptr);
  CHECK(moved != grown);
  for (unsigned i = 0; i < 16; ++i) CHECK(moved[i] == i);
  auto* const shrunk = static_cast<unsigned char*>(heap.reallocate(moved, 5));
  CHECK(shrunk == moved);
  for (unsigned i = 0; i < 5; ++i) CHECK(shrunk[i] == i);
  heap.check();
  heap.free(shrunk);
  heap.free(neighbour);
  CHECK(heap.statistics().used == 0);
}

TEST_CASE("several pieces of memory") {
  Memory memory(16384);
  sel4::Heap heap;
  REQUIRE(heap.add(memory.span.first(4096)));
  REQUIRE(heap.add(memory.span.subspan(8192, 4096)));
  void* const a = heap.allocate(3000);
  void* const b = heap.allocate(3000);
  REQUIRE(a != nullptr);
  REQUIRE(b != nullptr);
  CHECK(heap.allocate(3000) == nullptr);
  heap.free(a);
  heap.free(b);
  heap.check();
}

TEST_CASE("random use, contents watched") {
  std::mt19937 generator(99);
  Memory memory(1 << 17);
  sel4::Heap heap;
  REQUIRE(heap.add(memory.span));
  struct Block {
    unsigned char* bytes;
    std::size_t size;
    unsigned char mark;
  };
  std::vector<Block> blocks;
  const auto whole = [](const Block& block) {
    for (std::size_t i = 0; i < block.size; ++i) {
      if (block.bytes[i] != block.mark) return false;
    }
    return true;
  };
  unsigned refused = 0;
  for (int step = 0; step < 60000; ++step) {
    const auto kind = generator() % 8;
    if (kind < 4 || blocks.empty()) {
      const std::size_t size = generator() % (generator() % 10 == 0 ? 9000 : 300);
      const std::size_t alignment = std::size_t{1} << (generator() % 8 == 0 ? generator() % 13 : 4);
      auto* const bytes = static_cast<unsigned char*>(heap.allocate(size, alignment));
      if (bytes == nullptr) {
        ++refused;
        continue;
      }
      REQUIRE(aligned(bytes, alignment));
      const auto mark = static_cast<unsigned char>(generator());
      std::memset(bytes, mark, size);
      blocks.push_back({bytes, size, mark});
      continue;
    }
    Block& block = blocks[generator() % blocks.size()];
    REQUIRE(whole(block));
    if (kind < 7) {
      heap.free(block.bytes);
      block = blocks.back();
      blocks.pop_back();
    } else {
      const std::size_t size = generator() % 2000;
      auto* const bytes = static_cast<unsigned char*>(heap.reallocate(block.bytes, size));
      if (bytes == nullptr) continue;
      const Block kept{bytes, std::min(size, block.size), block.mark};
      REQUIRE(whole(kept));
      std::memset(bytes, block.mark, size);
      block = {bytes, size, block.mark};
    }
    if (step % 512 == 0) heap.check();
  }
  CHECK(refused > 0);
  for (const Block& block : blocks) heap.free(block.bytes);
  heap.check();
  CHECK(heap.statistics().used == 0);
}
