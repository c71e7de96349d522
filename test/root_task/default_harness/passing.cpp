// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// A program of tests that ends well.

#include <sel4/runtime/abort.hpp>
#include <sel4/test/root_task.hpp>

namespace {

int tests_run = 0;

SEL4_TEST(passes) {
  ++tests_run;
  SEL4_CHECK(sel4::test::boot_info().untypeds().size() > 0);
  SEL4_CHECK_EQ(1 + 1, 2);
  SEL4_CHECK_NE(1 + 1, 3);
}

SEL4_TEST_SKIP(is_skipped, "for a reason") { sel4::panic("a skipped test has run"); }

SEL4_TEST(skips_itself) {
  ++tests_run;
  SEL4_SKIP("for another reason");
  SEL4_FAIL("this is not reached");
}

SEL4_TEST_EXPECT_FAIL(fails_as_known, "known") {
  ++tests_run;
  SEL4_CHECK(false);
}

SEL4_TEST_EXPECT_PANIC(panics) {
  ++tests_run;
  sel4::panic("as it should");
}

SEL4_TEST_EXPECT_PANIC(aborts) {
  ++tests_run;
  sel4::abort("as it should");
}

SEL4_TEST(runs_after_panics) { SEL4_CHECK_EQ(tests_run, 5); }

}  // namespace

SEL4_TEST_MAIN()
