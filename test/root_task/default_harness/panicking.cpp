// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// A program of tests in which one panics and nobody expected it.

#include <sel4/test/root_task.hpp>

namespace {

SEL4_TEST(passes) {}
SEL4_TEST(panics) { sel4::panic("the end"); }
SEL4_TEST(is_not_run) { sel4::println("this is not printed"); }

}  // namespace

SEL4_TEST_MAIN()
