// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// A root task with a segment whose zeros begin in the middle of a page and go on over many.

#include <sel4/runtime/program_headers.hpp>
#include <sel4/test/root_task.hpp>

#include <algorithm>
#include <array>

namespace {

constinit std::array<unsigned, 5> values{1, 2, 3, 4, 5};
/// A size that ends within a page.
constinit std::array<unsigned char, 5 * 4096 + 123> zeros{};

SEL4_TEST(the_headers_say_what_this_test_is_about) {
  bool begin_within_a_page = false;
  for (const sel4::elf::ProgramHeader& header : sel4::runtime::program_headers()) {
    const bool has_contents = header.type == sel4::elf::pt_load && header.file_size != 0;
    if (!has_contents || header.mem_size < header.file_size + sizeof zeros) continue;
    begin_within_a_page = (header.vaddr + header.file_size) % 4096 != 0;
  }
  SEL4_CHECK(begin_within_a_page);
}

SEL4_TEST(values_and_zeros_are_there) {
  unsigned expected = 0;
  for (const volatile unsigned& value : values) SEL4_CHECK_EQ(value, ++expected);
  SEL4_CHECK(
      std::ranges::all_of(zeros, [](const volatile unsigned char& byte) { return byte == 0; }));
  std::ranges::fill(zeros, static_cast<unsigned char>(7));
  SEL4_CHECK(values.front() == 1 && values.back() == 5);
}

}  // namespace

SEL4_TEST_MAIN()
