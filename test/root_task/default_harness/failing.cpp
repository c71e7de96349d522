// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// A program of tests of which some fail.

#include <sel4/test/root_task.hpp>

namespace {

SEL4_TEST(fails) {
  const int value = 2;
  SEL4_CHECK_EQ(value, 3);
  SEL4_FAIL("a sentence");
}

SEL4_TEST(ends_at_a_requirement) {
  SEL4_REQUIRE(1 > 2);
  sel4::panic("the test went on");
}

SEL4_TEST_EXPECT_FAIL(does_not_fail_as_it_should, "was thought to") {}

SEL4_TEST(passes) {}

}  // namespace

SEL4_TEST_MAIN()
