// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/test/check.hpp>

#include <atomic>

namespace sel4::test {

namespace {

// Checks may run in any thread of the test; the reason of a skip is set by one of them.
constinit std::atomic<bool> failed{false};
constinit std::atomic<bool> skipped{false};
constinit std::atomic<bool> line_is_broken{false};
constinit std::string_view skip_reason;

}  // namespace

void begin_failure(Where where) noexcept {
  failed.store(true);
  if (!line_is_broken.exchange(true)) print('\n');
  print("  ", where.file, ':', where.line, ": check failed: ");
}

void report_failure(Where where, std::string_view what) noexcept {
  begin_failure(where);
  println(what);
}

void skip_current(std::string_view reason) noexcept {
  skip_reason = reason;
  skipped.store(true);
}

detail::Progress detail::take_progress() noexcept {
  return {failed.exchange(false), skipped.exchange(false), line_is_broken.exchange(false),
          skip_reason};
}

}  // namespace sel4::test
