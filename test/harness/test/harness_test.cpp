// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/print.hpp>
#include <sel4/test/sentinel.hpp>
#include <sel4/test/test.hpp>

#include <doctest/doctest.h>
#include <string>
#include <thread>

using sel4::test::Expectation;
using sel4::test::Registry;
using sel4::test::Summary;
using sel4::test::TestCase;

namespace {

std::string console;

/// Keeps what is printed.
struct Capture {
  Capture() {
    console.clear();
    sel4::set_print_sink([](std::string_view text) noexcept { console += text; });
  }
  ~Capture() { sel4::set_print_sink(nullptr); }
};

bool printed(std::string_view text) { return console.find(text) != std::string::npos; }

enum class Colour : unsigned { red = 3 };
struct Opaque {
  bool operator==(const Opaque&) const = default;
};

// The library's own registry, as SEL4_TEST fills it.
SEL4_TEST(first) {}
SEL4_TEST_SKIP(second, "no hardware") { FAIL("must not run"); }
SEL4_TEST_EXPECT_FAIL(third, "not yet done") { SEL4_CHECK(1 > 2); }

}  // namespace

TEST_CASE("the macros fill the registry, in order") {
  const Capture capture;
  const Summary summary = sel4::test::registry().run();
  CHECK(summary.ok());
  CHECK(
      printed("running 3 tests\n"
              "test first ... ok\n"
              "test second ... skipped (no hardware)\n"
              "test third ... \n"));
  CHECK(printed("check failed: 1 > 2\ntest third ... expected failure (not yet done)\n"));
  CHECK(console.ends_with("test result: ok. 1 passed; 0 failed; 1 skipped; 1 expected failures\n"));
}

TEST_CASE("a registry can run again") {
  const Capture capture;
  CHECK(sel4::test::registry().run().passed == 1);
  CHECK(sel4::test::registry().run().passed == 1);
}

TEST_CASE("no test is no success") {
  const Capture capture;
  Registry registry;
  CHECK_FALSE(registry.run().ok());
  CHECK(printed("running 0 tests\nno test is registered\ntest result: FAILED. 0 passed"));
}

TEST_CASE("failed checks say what and where, and the test goes on") {
  const Capture capture;
  Registry registry;
  static bool went_on = false;
  TestCase test{"t", [] {
                  SEL4_CHECK_EQ(1, 2);
                  SEL4_CHECK_NE(5, 5);
                  SEL4_FAIL("no good");
                  went_on = true;
                }};
  registry.add(test);
  const Summary summary = registry.run();
  CHECK(summary.failed == 1);
  CHECK_FALSE(summary.ok());
  CHECK(went_on);
  CHECK(printed("harness_test.cpp:"));
  CHECK(printed(": check failed: 1 == 2 (left: 1, right: 2)\n"));
  CHECK(printed(": check failed: 5 != 5 (left: 5, right: 5)\n"));
  CHECK(printed(": check failed: no good\n"));
  CHECK(printed("test t ... FAILED\n"));
  CHECK(printed("test result: FAILED. 0 passed; 1 failed; 0 skipped; 0 expected failures\n"));
}

TEST_CASE("a failed requirement ends the test, not the run") {
  const Capture capture;
  Registry registry;
  TestCase a{"a", [] {
               SEL4_REQUIRE(false);
               FAIL("must not get here");
             }};
  TestCase b{"b", [] {
               SEL4_REQUIRE_EQ(1U, 1);
               SEL4_REQUIRE(true);
             }};
  registry.add(a);
  registry.add(b);
  const Summary summary = registry.run();
  CHECK(summary.failed == 1);
  CHECK(summary.passed == 1);
}

TEST_CASE("values are printed as well as they can be") {
  const Capture capture;
  Registry registry;
  TestCase test{"t", [] {
                  SEL4_CHECK_EQ(-1, 4096U);
                  SEL4_CHECK_EQ(true, false);
                  SEL4_CHECK_EQ(std::string_view{"a"}, "b");
                  SEL4_CHECK_NE(Colour::red, Colour::red);
                  SEL4_CHECK_NE(Opaque{}, Opaque{});
                }};
  registry.add(test);
  CHECK(registry.run().failed == 1);
  CHECK(printed("(left: -1, right: 4096 (0x1000))"));
  CHECK(printed("(left: true, right: false)"));
  CHECK(printed("(left: a, right: b)"));
  CHECK(printed("(left: 3, right: 3)"));
  CHECK(printed("(left: (a value that cannot be printed), right: "));
}

TEST_CASE("integers of different types compare by value") {
  const Capture capture;
  Registry registry;
  TestCase test{"t", [] {
                  SEL4_CHECK_EQ(7U, 7);
                  SEL4_CHECK_NE(-1, 0xffff'ffffU);
                  SEL4_CHECK_NE(-1L, ~0UL);
                }};
  registry.add(test);
  CHECK(registry.run().ok());
}

namespace {

enum class Trouble : unsigned { none, big };
[[maybe_unused]] constexpr std::string_view describe(Trouble trouble) noexcept {
  return trouble == Trouble::big ? "BigTrouble" : "none";
}
struct Answer {
  Trouble trouble;
  [[nodiscard]] bool has_value() const { return trouble == Trouble::none; }
  [[nodiscard]] Trouble error() const { return trouble; }
};

}  // namespace

TEST_CASE("results") {
  const Capture capture;
  Registry registry;
  TestCase good{"good", [] { SEL4_REQUIRE_OK(Answer{Trouble::none}); }};
  TestCase bad{"bad", [] { SEL4_CHECK_OK(Answer{Trouble::big}); }};
  registry.add(good);
  registry.add(bad);
  const Summary summary = registry.run();
  CHECK(summary.passed == 1);
  CHECK(summary.failed == 1);
  CHECK(printed("check failed: Answer{Trouble::big}: BigTrouble\n"));
}

TEST_CASE("skipping at run time") {
  const Capture capture;
  Registry registry;
  TestCase skips{"skips", [] { SEL4_SKIP("one core only"); }};
  TestCase fails_first{"fails_first", [] {
                         SEL4_CHECK(false);
                         SEL4_SKIP("too late");
                       }};
  registry.add(skips);
  registry.add(fails_first);
  const Summary summary = registry.run();
  CHECK(summary.skipped == 1);
  CHECK(summary.failed == 1);
  CHECK(printed("test skips ... skipped (one core only)\n"));
}

TEST_CASE("an expected failure that passes is a failure") {
  const Capture capture;
  Registry registry;
  TestCase test{"t", [] {}, Expectation::fail, "bug 7"};
  registry.add(test);
  CHECK(registry.run().failed == 1);
  CHECK(printed("test t ... FAILED (passed, but a failure was expected)\n"));
}

TEST_CASE("a check fails in another thread") {
  const Capture capture;
  Registry registry;
  TestCase test{"t", [] { std::thread([] { SEL4_CHECK(false); }).join(); }};
  registry.add(test);
  CHECK(registry.run().failed == 1);
}

namespace {

/// Stands for what the abort hook does: it never returns into the test.
struct Halted {
  Summary summary;
};

Registry* panicking = nullptr;
void panic_in_test() { throw Halted{panicking->after_panic()}; }

Summary run_until_halt(Registry& registry) {
  panicking = &registry;
  try {
    return registry.run();
  } catch (const Halted& halted) {
    return halted.summary;
  }
}

}  // namespace

TEST_CASE("a panic fails the run and leaves out the rest") {
  const Capture capture;
  Registry registry;
  TestCase a{"a", [] {}};
  TestCase b{"b", panic_in_test};
  TestCase c{"c", [] {}};
  for (TestCase* test : {&a, &b, &c}) registry.add(*test);
  const Summary summary = run_until_halt(registry);
  CHECK_FALSE(summary.ok());
  CHECK(summary.passed == 1);
  CHECK(summary.failed == 1);
  CHECK(summary.not_run == 1);
  CHECK(printed("test b ... FAILED (panicked)\n"));
  CHECK(console.ends_with("0 expected failures; 1 not run\n"));
}

TEST_CASE("an expected panic passes and the rest runs") {
  const Capture capture;
  Registry registry;
  TestCase a{"a", panic_in_test, Expectation::panic};
  TestCase b{"b", [] {}};
  registry.add(a);
  registry.add(b);
  const Summary summary = run_until_halt(registry);
  CHECK(summary.ok());
  CHECK(summary.passed == 2);
}

TEST_CASE("an expected panic after a failed check is a failure") {
  const Capture capture;
  Registry registry;
  TestCase a{"a",
             [] {
               SEL4_CHECK(false);
               panic_in_test();
             },
             Expectation::panic};
  TestCase b{"b", [] {}};
  registry.add(a);
  registry.add(b);
  const Summary summary = run_until_halt(registry);
  CHECK(summary.failed == 1);
  CHECK(summary.passed == 1);
}

TEST_CASE("a panic that does not come is a failure") {
  const Capture capture;
  Registry registry;
  TestCase test{"t", [] {}, Expectation::panic};
  registry.add(test);
  CHECK(registry.run().failed == 1);
}

TEST_CASE("a panic outside any test fails the program") {
  const Capture capture;
  CHECK_FALSE(Registry{}.after_panic().ok());
}

TEST_CASE("sentinels") {
  const Capture capture;
  sel4::test::announce(true);
  CHECK(console == "TEST_PASS\n\x01\x10\x06\x04\n");
  console.clear();
  sel4::test::announce(false);
  CHECK(console == "TEST_FAIL\n\x01\x10\x15\x04\n");
}
