// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/once_cell.hpp>
#include <sel4/patchable.hpp>
#include <sel4/take_once.hpp>
#include <sel4/with_alloca.hpp>

#include <array>
#include <atomic>
#include <cstdint>
#include <cstring>
#include <doctest/doctest.h>
#include <string>
#include <thread>
#include <vector>

namespace {

struct Pair {
  std::uint32_t a;
  std::uint32_t b;
};
static_assert(sizeof(sel4::Patchable<Pair>) == sizeof(Pair));
static_assert(sizeof(sel4::Patchable<std::uint16_t>) == 2);

TEST_CASE("a patched value is what get() returns") {
  // Not a const object, which must not be written to; what matters is that get() reads memory.
  sel4::Patchable<Pair> constant{Pair{1, 2}};
  CHECK(constant.get().b == 2);
  const Pair patch{3, 4};
  std::memcpy(static_cast<void*>(&constant), &patch, sizeof(patch));
  CHECK(constant.get().a == 3);
  CHECK(constant.get().b == 4);
}

constinit sel4::OnceCell<std::string> name;

TEST_CASE("a once cell takes its first value") {
  CHECK(name.get() == nullptr);
  CHECK(name.set("first"));
  CHECK_FALSE(name.set("second"));
  REQUIRE(name.get() != nullptr);
  CHECK(*name.get() == "first");
  // The cell does not destroy its value.
  std::string{}.swap(*name.get());
}

TEST_CASE("of many threads one sets a once cell, and one takes") {
  sel4::OnceCell<int> cell;
  sel4::TakeOnce<int> object{7};
  std::atomic<int> set{0};
  std::atomic<int> taken{0};
  std::vector<std::thread> threads;
  for (int i = 1; i <= 8; ++i) {
    threads.emplace_back([&, i] {
      if (cell.set(i)) ++set;
      if (object.take() != nullptr) ++taken;
    });
  }
  for (auto& thread : threads) thread.join();
  CHECK(set == 1);
  CHECK(taken == 1);
  REQUIRE(cell.get() != nullptr);
  CHECK(*cell.get() >= 1);
}

TEST_CASE("take gives the object once") {
  static constinit sel4::TakeOnce<std::array<int, 2>> buffer{std::array<int, 2>{1, 2}};
  auto* const taken = buffer.take();
  REQUIRE(taken != nullptr);
  CHECK((*taken)[1] == 2);
  CHECK(buffer.take() == nullptr);
}

TEST_CASE("with_alloca gives the size and the alignment asked for") {
  for (const std::size_t align : {1U, 2U, 8U, 16U, 32U, 64U, 4096U, 8192U}) {
    for (const std::size_t size : {0U, 1U, 15U, 4097U}) {
      const bool good = sel4::with_alloca(size, align, [&](std::span<std::byte> bytes) {
        if (!bytes.empty()) std::memset(bytes.data(), 0x5a, bytes.size());
        return bytes.size() == size && reinterpret_cast<std::uintptr_t>(bytes.data()) % align == 0;
      });
      CHECK(good);
    }
  }
  int calls = 0;
  sel4::with_alloca(8, 8, [&](std::span<std::byte>) { ++calls; });
  CHECK(calls == 1);
}

}  // namespace
