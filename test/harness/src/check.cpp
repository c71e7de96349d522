// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/test/check.hpp>

#include <atomic>

namespace sel4::test {

namespace {

// Checks may run in any thread of the test; the reason of a skip is set by one of them. Words, not
// bool: RISC-V has no instruction to exchange a byte.
constinit std::atomic<unsigned> failed{0};
constinit std::atomic<unsigned> skipped{0};
constinit std::atomic<unsigned> line_is_broken{0};
constinit std::string_view skip_reason;

}  // namespace

void begin_failure(Where where) noexcept {
  failed.store(1);
  if (line_is_broken.exchange(1) == 0) print('\n');
  print("  ", where.file, ':', where.line, ": check failed: ");
}

void report_failure(Where where, std::string_view what) noexcept {
  begin_failure(where);
  println(what);
}

void skip_current(std::string_view reason) noexcept {
  skip_reason = reason;
  skipped.store(1);
}

detail::Progress detail::take_progress() noexcept {
  return {.failed = failed.exchange(0) != 0,
          .skipped = skipped.exchange(0) != 0,
          .line_is_broken = line_is_broken.exchange(0) != 0,
          .skip_reason = skip_reason};
}

}  // namespace sel4::test
