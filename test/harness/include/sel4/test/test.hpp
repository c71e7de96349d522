// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/test/check.hpp>
#include <sel4/test/registry.hpp>

/// A test: `SEL4_TEST(badge_is_delivered) { SEL4_CHECK_EQ(badge, 0x1337); }`. The name is an
/// identifier, unique in the file. Tests run in the order in which the file defines them.
#define SEL4_TEST(name) SEL4_TEST_DEFINE_(name, pass, "")

/// A test that is compiled but not run.
#define SEL4_TEST_SKIP(name, reason) SEL4_TEST_DEFINE_(name, skip, reason)

/// A test of which a check is known to fail; once none does, it counts as failed.
#define SEL4_TEST_EXPECT_FAIL(name, reason) SEL4_TEST_DEFINE_(name, fail, reason)

/// A test that must end in a panic (or an abort). The remaining tests then run on the stack that is
/// left over, and the panicked function's destructors never run; after its third report in one
/// program the runtime just halts, so two such tests are the most a program can have.
#define SEL4_TEST_EXPECT_PANIC(name) SEL4_TEST_DEFINE_(name, panic, "")

/// What the macros above expand to: `expectation` is an enumerator of Expectation.
#define SEL4_TEST_DEFINE_(name, expectation, reason)                                            \
  static void sel4_test_body_##name();                                                          \
  static constinit ::sel4::test::TestCase sel4_test_case_##name{                                \
      #name, &sel4_test_body_##name, ::sel4::test::Expectation::expectation, reason};           \
  static const ::sel4::test::Registration sel4_test_registration_##name{sel4_test_case_##name}; \
  static void sel4_test_body_##name()
