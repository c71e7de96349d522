// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// What happens at the end of the heap, in all variants.

#include <sel4/heap.hpp>
#include <sel4/test/test.hpp>

#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <new>

namespace {

constexpr std::size_t too_much = std::size_t{1} << 30;

/// So that the compiler does not leave out pairs of allocation and release.
template <class T>
T opaque(T value) {
  __asm__ volatile("" : "+r"(value) : : "memory");
  return value;
}

SEL4_TEST(malloc_returns_null) {
  errno = 0;
  SEL4_CHECK(opaque(std::malloc(opaque(too_much))) == nullptr);
  SEL4_CHECK_EQ(errno, ENOMEM);
  SEL4_CHECK(opaque(std::aligned_alloc(4096, opaque(too_much))) == nullptr);
  SEL4_CHECK(opaque(std::calloc(opaque(SIZE_MAX / 2), 3)) == nullptr);
}

SEL4_TEST(nothrow_new_returns_null) {
  SEL4_CHECK(opaque(::operator new(opaque(too_much), std::nothrow)) == nullptr);
  SEL4_CHECK(opaque(::operator new(opaque(too_much), std::align_val_t{64}, std::nothrow)) ==
             nullptr);
}

SEL4_TEST(realloc_that_fails_keeps_the_block) {
  auto* const block = static_cast<int*>(opaque(std::malloc(64)));
  SEL4_REQUIRE(block != nullptr);
  block[3] = 1234;
  SEL4_CHECK(opaque(std::realloc(block, opaque(too_much))) == nullptr);
  SEL4_CHECK_EQ(block[3], 1234);
  std::free(block);
}

SEL4_TEST(all_of_it_can_be_used_and_comes_back) {
  const auto before = sel4::heap_statistics();
  static std::array<void*, 2048> blocks;
  std::size_t count = 0;
  while (count < blocks.size() && (blocks[count] = std::malloc(1000)) != nullptr) ++count;
  SEL4_CHECK(count < blocks.size());
  // But for what is too little for one more block of that size.
  SEL4_CHECK(sel4::heap_statistics().used > sel4::heap_statistics().total * 9 / 10);
  for (std::size_t i = 0; i < count; ++i) std::free(blocks[i]);
  SEL4_CHECK_EQ(sel4::heap_statistics().used, before.used);
  // Joined again into large blocks.
  void* const large = opaque(std::malloc((before.total - before.used) / 2));
  SEL4_CHECK(large != nullptr);
  std::free(large);
}

SEL4_TEST(more_memory_can_be_added) {
  alignas(16) static std::byte more[64 * 1024];
  const auto before = sel4::heap_statistics();
  SEL4_CHECK(sel4::add_heap_memory(more));
  const auto after = sel4::heap_statistics();
  SEL4_CHECK(after.total > before.total + sizeof more - 256);
  SEL4_CHECK_EQ(after.used, before.used);
}

}  // namespace
