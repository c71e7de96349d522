// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// One heap used by two threads at once.

#include <sel4/heap.hpp>
#include <sel4/test_support/thread.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>

namespace {

using namespace sel4;
using namespace sel4::test;

/// A random number generator that is the same everywhere (xorshift).
class Random {
 public:
  explicit Random(std::uint32_t seed) noexcept : state_(seed) {}
  std::uint32_t below(std::uint32_t end) noexcept {
    state_ ^= state_ << 13;
    state_ ^= state_ >> 17;
    state_ ^= state_ << 5;
    return state_ % end;
  }

 private:
  std::uint32_t state_;
};

/// A block and what it must contain.
struct Block {
  unsigned char* bytes = nullptr;
  std::size_t size = 0;
  unsigned char mark = 0;

  void fill() const noexcept { std::memset(bytes, mark, size); }
  [[nodiscard]] bool is_intact(std::size_t count) const noexcept {
    for (std::size_t i = 0; i < count; ++i) {
      if (bytes[i] != mark) return false;
    }
    return true;
  }
};

/// Allocates, resizes and frees at random. Counts what went wrong; checks are for the end, because
/// they print.
class Churn {
 public:
  explicit Churn(std::uint32_t seed) noexcept : random_(seed) {}

  void run(unsigned rounds) noexcept {
    for (unsigned round = 0; round < rounds; ++round) step();
    for (Block& block : blocks_) release(block);
  }

  unsigned damaged = 0;
  unsigned misaligned = 0;
  unsigned refused = 0;
  unsigned done = 0;

 private:
  void step() noexcept {
    Block& block = blocks_[random_.below(blocks_.size())];
    ++done;
    if (block.bytes == nullptr) {
      allocate(block);
    } else if (random_.below(3) == 0) {
      resize(block);
    } else {
      release(block);
    }
  }

  std::size_t some_size() noexcept {
    // Mostly small, sometimes large.
    return 1 + random_.below(random_.below(8) == 0 ? 8000 : 300);
  }

  void allocate(Block& block) noexcept {
    const std::size_t alignment = std::size_t{1} << random_.below(13);
    block.size = some_size();
    void* const memory =
        alignment <= 16 ? std::malloc(block.size) : std::aligned_alloc(alignment, block.size);
    if (memory == nullptr) {
      ++refused;
      return;
    }
    if (reinterpret_cast<std::uintptr_t>(memory) % alignment != 0) ++misaligned;
    block.bytes = static_cast<unsigned char*>(memory);
    block.mark = static_cast<unsigned char>(random_.below(256));
    block.fill();
  }

  void resize(Block& block) noexcept {
    const std::size_t size = some_size();
    void* const memory = std::realloc(block.bytes, size);
    if (memory == nullptr) {
      ++refused;
      return;
    }
    block.bytes = static_cast<unsigned char*>(memory);
    if (!block.is_intact(size < block.size ? size : block.size)) ++damaged;
    block.size = size;
    block.fill();
  }

  void release(Block& block) noexcept {
    if (block.bytes == nullptr) return;
    if (!block.is_intact(block.size)) ++damaged;
    std::free(block.bytes);
    block.bytes = nullptr;
  }

  Random random_;
  std::array<Block, 24> blocks_{};
};

constexpr unsigned rounds = 30'000;

void check(const Churn& churn) {
  SEL4_CHECK_EQ(churn.done, rounds);
  SEL4_CHECK_EQ(churn.damaged, 0u);
  SEL4_CHECK_EQ(churn.misaligned, 0u);
  SEL4_CHECK_EQ(churn.refused, 0u);
}

SEL4_TEST(one_thread) {
  const auto before = heap_statistics().used;
  Churn churn{1};
  churn.run(rounds);
  check(churn);
  SEL4_CHECK_EQ(heap_statistics().used, before);
}

SEL4_TEST(two_threads_of_one_priority) {
  const auto before = heap_statistics().used;
  static Churn mine{2};
  static Churn others{3};
  volatile bool started = false;
  auto body = [&] {
    started = true;
    others.run(rounds);
  };
  TestThread thread;
  // Time slices short enough that each is interrupted many times within the heap's code.
  SEL4_REQUIRE_OK(thread.start(
      body,
      {.priority = main_priority, .budget = Microseconds{1000}, .period = Microseconds{2000}}));
  while (!started) yield();
  mine.run(rounds);
  thread.join();
  check(mine);
  check(others);
  SEL4_CHECK_EQ(heap_statistics().used, before);
}

SEL4_TEST(what_one_thread_allocates_another_frees) {
  const auto before = heap_statistics().used;
  static std::array<void*, 64> blocks;
  auto body = [&] {
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      blocks[i] = std::malloc(i * 7 + 1);
      if (blocks[i] != nullptr) std::memset(blocks[i], static_cast<int>(i), i * 7 + 1);
    }
  };
  TestThread thread;
  SEL4_REQUIRE_OK(thread.start(body));
  thread.join();
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    SEL4_REQUIRE(blocks[i] != nullptr);
    SEL4_CHECK_EQ(static_cast<unsigned char*>(blocks[i])[i * 7], i);
    std::free(blocks[i]);
  }
  SEL4_CHECK_EQ(heap_statistics().used, before);
}

}  // namespace
