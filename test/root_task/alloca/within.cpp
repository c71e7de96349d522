// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// Memory taken from the stack at run time, as long as there is stack.

#include "opaque.hpp"

#include <sel4/root_task.hpp>
#include <sel4/test_support/thread.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace {

using namespace sel4::test;

/// Fills `size` bytes of its frame, checks them after `between()`, and says whether they were kept.
template <class F>
[[gnu::noinline]] bool keeps_its_frame(std::size_t size, unsigned char mark, F between) {
  auto* const bytes = opaque(static_cast<unsigned char*>(__builtin_alloca(size)));
  std::fill_n(bytes, size, mark);
  between();
  return std::all_of(bytes, bytes + size, [&](unsigned char byte) { return byte == mark; });
}

[[gnu::noinline]] unsigned kept_by_recursion(std::size_t size, unsigned depth) {
  unsigned kept = 0;
  const bool mine = keeps_its_frame(size, static_cast<unsigned char>(depth), [&] {
    if (depth != 0) kept = kept_by_recursion(size, depth - 1);
  });
  return kept + (mine ? 1 : 0);
}

SEL4_TEST(of_all_sizes) {
  for (std::size_t size : {1u, 15u, 16u, 17u, 4095u, 4096u, 4097u, 65536u, 100'001u, 200'000u}) {
    SEL4_CHECK(keeps_its_frame(opaque(size), 0x5a, [] {}));
  }
}

SEL4_TEST(in_a_recursion) { SEL4_CHECK_EQ(kept_by_recursion(opaque<std::size_t>(3000), 40), 41u); }

SEL4_TEST(several_in_one_function) {
  unsigned char* blocks[64];
  for (unsigned i = 0; i < 64; ++i) {
    blocks[i] = static_cast<unsigned char*>(__builtin_alloca(opaque(i * 16 + 1)));
    std::memset(blocks[i], static_cast<int>(i), i * 16 + 1);
  }
  for (unsigned i = 0; i < 64; ++i) {
    SEL4_CHECK_EQ(blocks[i][0], i);
    SEL4_CHECK_EQ(blocks[i][i * 16], i);
  }
}

SEL4_TEST(aligned) {
  // In bits.
  void* const page = __builtin_alloca_with_align(opaque<std::size_t>(100), 4096 * 8);
  SEL4_CHECK_EQ(opaque(reinterpret_cast<std::uintptr_t>(page)) % 4096, 0u);
  std::memset(page, 1, 100);
}

SEL4_TEST(memory_is_in_the_stack) {
  auto* const bytes =
      opaque(static_cast<std::byte*>(__builtin_alloca(opaque<std::size_t>(150'000))));
  SEL4_CHECK(bytes >= sel4_initial_stack.bottom);
  SEL4_CHECK(bytes + 150'000 <= sel4_initial_stack.top);
}

SEL4_TEST(on_another_thread) {
  bool kept = false;
  unsigned deep = 0;
  auto body = [&] {
    kept = keeps_its_frame(opaque<std::size_t>(10'000), 0x77, [] {});
    deep = kept_by_recursion(opaque<std::size_t>(500), 9);
  };
  TestThread thread;
  SEL4_REQUIRE_OK(thread.start(body));
  thread.join();
  SEL4_CHECK(kept);
  SEL4_CHECK_EQ(deep, 10u);
}

}  // namespace
