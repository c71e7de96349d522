// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/microkit/variable.hpp>

#include <cstdint>
#include <cstring>
#include <doctest/doctest.h>

using namespace sel4;
using namespace sel4::microkit;

SEL4_SETVAR(sel4::Word, test_word);
SEL4_SETVAR(const char*, test_pointer);
SEL4_MEMORY_REGION(std::uint32_t, test_region);

namespace {

// As the tool does: bytes, by the symbol's address.
template <class T>
void patch(T& variable, Word value) {
  static_assert(sizeof variable == sizeof value);
  std::memcpy(static_cast<void*>(&variable), &value, sizeof value);
}

}  // namespace

TEST_CASE("a variable has what the tool has written") {
  CHECK(test_word.get() == 0);
  patch(test_word, 42);
  CHECK(test_word == 42);
  static const char text[] = "text";
  patch(test_pointer, reinterpret_cast<Word>(text));
  CHECK(test_pointer.get() == text);
}

TEST_CASE("a memory region is as large as the tool says") {
  CHECK(!test_region.is_mapped());
  CHECK(test_region.span().empty());
  CHECK(test_region.get() == nullptr);
  static std::uint32_t memory[4] = {1, 2, 3, 4};
  patch(test_region_vaddr, reinterpret_cast<Word>(memory));
  // A size without an element: nothing to read.
  patch(test_region_size, 3);
  CHECK(test_region.get() == nullptr);
  patch(test_region_size, sizeof memory + 2);
  REQUIRE(test_region.span().size() == 4);
  CHECK(test_region.span()[3] == 4);
  CHECK(test_region.get() == memory);
  patch(test_region_vaddr, 0);
  CHECK(test_region.size_bytes() == 0);
}
