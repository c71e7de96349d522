// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <string_view>

namespace sel4::test {

/// What a test is expected to do.
enum class Expectation {
  pass,
  /// Not to be run.
  skip,
  /// A check fails. That none fails is a failure.
  fail,
  /// It ends in a panic. That it returns is a failure.
  panic,
};

/// One test. Static, without heap: the registry links them.
struct TestCase {
  /// As it is printed.
  std::string_view name;
  /// Runs it. It fails if a check in it does.
  void (*body)();
  /// What it must do to count as passed.
  Expectation expectation = Expectation::pass;
  /// Why it is skipped or expected to fail.
  std::string_view reason{};
  /// The registry's link.
  TestCase* next = nullptr;
};

/// How many tests went which way.
struct Summary {
  /// Did what was expected, be it a panic.
  unsigned passed = 0;
  /// Did not do what was expected.
  unsigned failed = 0;
  /// Marked so, or skipped by themselves at run time.
  unsigned skipped = 0;
  /// A check failed, as expected.
  unsigned expected_failures = 0;
  /// Those left out because an earlier one panicked.
  unsigned not_run = 0;

  /// No test at all is no success.
  [[nodiscard]] constexpr bool ok() const noexcept {
    return failed == 0 && not_run == 0 && passed + skipped + expected_failures != 0;
  }
};

/// An ordered list of tests and the state of running them. Prints through sel4::print:
///
///     running 2 tests
///     test first ... ok
///     test second ... skipped (one core only)
///     test result: ok. 1 passed; 0 failed; 1 skipped; 0 expected failures
///
/// One registry runs at a time: checks report to the one that runs.
class Registry {
 public:
  constexpr Registry() noexcept = default;
  Registry(const Registry&) = delete;
  Registry& operator=(const Registry&) = delete;

  /// Puts the test behind the others. It must outlive the registry and be in no other.
  void add(TestCase& test) noexcept;

  /// Runs all tests in the order they were added.
  Summary run();

  /// To be called when the running test has panicked, instead of returning to it: accounts for it
  /// and, if the panic was expected, runs the remaining tests. Must not be followed by a return to
  /// run().
  Summary after_panic();

 private:
  Summary run_remaining();
  void run_one(TestCase& test);
  void settle(const TestCase& test);
  void settle_failed(std::string_view why);
  Summary finish();

  TestCase* first_ = nullptr;
  TestCase* last_ = nullptr;
  TestCase* next_ = nullptr;
  TestCase* current_ = nullptr;
  unsigned count_ = 0;
  Summary summary_;
};

/// The registry of SEL4_TEST.
[[nodiscard]] Registry& registry() noexcept;

/// Runs the tests of registry() and halts the program with pass() or fail().
[[noreturn]] void run_all();

/// Adds a test to registry() when it is constructed.
struct Registration {
  /// At the time of static construction, before main code.
  explicit Registration(TestCase& test) noexcept { registry().add(test); }
};

}  // namespace sel4::test
