// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/print.hpp>
#include <sel4/test/check.hpp>
#include <sel4/test/registry.hpp>
#include <sel4/test/sentinel.hpp>

namespace sel4::test {

namespace {

constinit Registry default_registry;

}  // namespace

Registry& registry() noexcept { return default_registry; }

void run_all() {
  if (registry().run().ok()) pass();
  fail();
}

void Registry::add(TestCase& test) noexcept {
  if (last_ == nullptr) {
    first_ = &test;
  } else {
    last_->next = &test;
  }
  last_ = &test;
  ++count_;
}

Summary Registry::run() {
  println("running ", count_, count_ == 1 ? " test" : " tests");
  summary_ = {};
  next_ = first_;
  return run_remaining();
}

Summary Registry::after_panic() {
  // A panic in the course of ending, or none of ours.
  if (current_ == nullptr) {
    ++summary_.failed;
    return finish();
  }
  const TestCase& test = *current_;
  const bool expected = test.expectation == Expectation::panic;
  const bool failed = detail::take_progress().failed;
  print("test ", test.name, " ... ");
  if (expected && !failed) {
    println("ok (panicked, as expected)");
    ++summary_.passed;
    return run_remaining();
  }
  settle_failed(expected ? "" : " (panicked)");
  if (expected) return run_remaining();
  for (; next_ != nullptr; next_ = next_->next) ++summary_.not_run;
  return finish();
}

Summary Registry::run_remaining() {
  while (next_ != nullptr) {
    TestCase& test = *next_;
    next_ = test.next;
    run_one(test);
  }
  return finish();
}

void Registry::run_one(TestCase& test) {
  current_ = &test;
  print("test ", test.name, " ... ");
  if (test.expectation == Expectation::skip) {
    println("skipped (", test.reason, ")");
    ++summary_.skipped;
    return;
  }
  static_cast<void>(detail::take_progress());
  test.body();
  settle(test);
}

void Registry::settle(const TestCase& test) {
  const detail::Progress progress = detail::take_progress();
  // The messages of failed checks have ended the line with the name.
  if (progress.line_is_broken) print("test ", test.name, " ... ");
  if (test.expectation == Expectation::fail && progress.failed) {
    println("expected failure (", test.reason, ")");
    ++summary_.expected_failures;
  } else if (progress.failed) {
    settle_failed("");
  } else if (progress.skipped) {
    println("skipped (", progress.skip_reason, ")");
    ++summary_.skipped;
  } else if (test.expectation == Expectation::fail) {
    settle_failed(" (passed, but a failure was expected)");
  } else if (test.expectation == Expectation::panic) {
    settle_failed(" (returned, but a panic was expected)");
  } else {
    println("ok");
    ++summary_.passed;
  }
}

void Registry::settle_failed(std::string_view why) {
  println("FAILED", why);
  ++summary_.failed;
}

Summary Registry::finish() {
  current_ = nullptr;
  next_ = nullptr;
  if (count_ == 0) println("no test is registered");
  print("test result: ", summary_.ok() ? "ok" : "FAILED", ". ", summary_.passed, " passed; ",
        summary_.failed, " failed; ", summary_.skipped, " skipped; ", summary_.expected_failures,
        " expected failures");
  if (summary_.not_run != 0) print("; ", summary_.not_run, " not run");
  println();
  return summary_;
}

}  // namespace sel4::test
