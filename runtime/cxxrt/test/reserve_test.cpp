// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "../src/unwind/reserve.hpp"

#include <cstdint>
#include <cstring>
#include <doctest/doctest.h>
#include <vector>

using sel4::cxxrt::Reserve;

TEST_CASE("blocks are aligned, apart from each other, and known again") {
  Reserve reserve;
  std::vector<unsigned char*> blocks;
  for (const std::size_t size : {1U, 48U, 49U, 112U, 200U, 1000U}) {
    auto* const block = static_cast<unsigned char*>(reserve.allocate(size));
    REQUIRE(block != nullptr);
    CHECK(reinterpret_cast<std::uintptr_t>(block) % 16 == 0);
    CHECK(reserve.has(block));
    std::memset(block, static_cast<int>(size & 0xff), size);
    blocks.push_back(block);
  }
  CHECK(blocks[1][47] == 48);
  CHECK(blocks[5][999] == (1000 & 0xff));
  for (void* const block : blocks) reserve.release(block);
  void* const all = reserve.allocate(4080);
  CHECK(all != nullptr);
  CHECK(reserve.allocate(1) == nullptr);
  reserve.release(all);
  CHECK(reserve.allocate(1) != nullptr);
}

TEST_CASE("what is too large or foreign") {
  Reserve reserve;
  CHECK(reserve.allocate(4081) == nullptr);
  CHECK(reserve.allocate(SIZE_MAX) == nullptr);
  int other = 0;
  CHECK(!reserve.has(&other));
  CHECK(!reserve.has(nullptr));
}

TEST_CASE("sixty-four small ones, and holes are found again") {
  Reserve reserve;
  std::vector<void*> blocks;
  while (void* const block = reserve.allocate(48)) blocks.push_back(block);
  CHECK(blocks.size() == 64);
  reserve.release(blocks[10]);
  reserve.release(blocks[12]);
  CHECK(reserve.allocate(49) == nullptr);
  reserve.release(blocks[11]);
  CHECK(reserve.allocate(3 * 64 - 16) == blocks[10]);
}
