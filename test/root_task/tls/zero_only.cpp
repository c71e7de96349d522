// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// A program whose thread-local variables are all zero. Their zeros take no room in the image, and
// the x86_64 kernel, which loads the image itself, must not be led to write them over what follows:
// pointers to constructors, and variables with values.

#include <sel4/test/root_task.hpp>

#include <algorithm>
#include <array>
#include <numeric>

namespace {

thread_local volatile char zeros[0x90];
thread_local volatile char page_of_zeros[4096];

// Right behind in the image, or near.
constinit std::array<unsigned, 512> values = [] {
  std::array<unsigned, 512> all{};
  std::iota(all.begin(), all.end(), 1u);
  return all;
}();

int constructor_calls = 0;
[[gnu::constructor]] void constructor() { constructor_calls += 1; }
[[gnu::constructor]] void another_constructor() { constructor_calls += 10; }

SEL4_TEST(constructors_have_run) { SEL4_CHECK_EQ(constructor_calls, 11); }

SEL4_TEST(variables_kept_their_values) {
  unsigned expected = 0;
  for (const volatile unsigned& value : values) SEL4_CHECK_EQ(value, ++expected);
}

SEL4_TEST(thread_local_zeros) {
  SEL4_CHECK(std::all_of(std::begin(zeros), std::end(zeros), [](char c) { return c == 0; }));
  zeros[3] = 1;
  page_of_zeros[4095] = 2;
  SEL4_CHECK_EQ(std::accumulate(std::begin(zeros), std::end(zeros), 0), 1);
  SEL4_CHECK_EQ(std::accumulate(std::begin(page_of_zeros), std::end(page_of_zeros), 0), 2);
}

}  // namespace

SEL4_TEST_MAIN()
