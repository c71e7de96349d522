// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// The end of the heap in programs with exceptions.

#include <sel4/heap.hpp>
#include <sel4/test/test.hpp>

#include <new>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

SEL4_TEST(new_throws) {
  const auto before = sel4::heap_statistics().used;
  bool caught = false;
  void* volatile block = nullptr;
  try {
    block = ::operator new(std::size_t{1} << 30);
  } catch (const std::bad_alloc&) {
    caught = true;
  }
  SEL4_CHECK(caught);
  SEL4_CHECK(block == nullptr);
  SEL4_CHECK_EQ(sel4::heap_statistics().used, before);
}

SEL4_TEST(containers_survive_it) {
  const auto before = sel4::heap_statistics().used;
  {
    std::vector<std::string> texts;
    bool caught = false;
    try {
      for (;;) texts.push_back(std::string(1000, 'x'));
    } catch (const std::bad_alloc&) {
      caught = true;
    }
    SEL4_CHECK(caught);
    SEL4_CHECK(texts.size() > 100);
    for (const std::string& text : texts) SEL4_REQUIRE(text.size() == 1000 && text[999] == 'x');
  }
  SEL4_CHECK_EQ(sel4::heap_statistics().used, before);
}

SEL4_TEST(an_exception_can_be_thrown_when_memory_is_out) {
  std::vector<void*> blocks;
  blocks.reserve(4096);
  // To the last byte: large blocks first, then small ones.
  for (std::size_t size = 65536; size != 0; size /= 2) {
    while (blocks.size() < 4096) {
      void* const block = ::operator new(size, std::nothrow);
      if (block == nullptr) break;
      blocks.push_back(block);
    }
  }
  int caught = 0;
  try {
    throw 1234;
  } catch (int value) {
    caught = value;
  }
  SEL4_CHECK_EQ(caught, 1234);
  for (void* const block : blocks) ::operator delete(block);
}

}  // namespace
