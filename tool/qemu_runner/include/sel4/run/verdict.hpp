// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sel4::run {

/// How a run ended.
enum class Verdict {
  /// The program said that it passed.
  pass,
  /// The program said that it failed.
  failed,
  /// A thread faulted and nobody handled it.
  fault,
  /// The kernel stopped: failed assertion, abort, or asked to halt.
  kernel_halt,
  /// The program's runtime panicked.
  panic,
  /// The kernel loader refused to start the kernel.
  loader,
  /// No verdict in time.
  timeout,
  /// QEMU ended and the program had said nothing about its success.
  ended,
  /// QEMU could not be started, or refused its command line.
  not_started,
  /// The program said that it passed, but not all that was expected of the console came.
  unexpected,
  /// A signal told the runner to stop.
  interrupted,
};

/// The process's exit code for a verdict. `interrupted` has none of its own: it is 128 plus the
/// signal's number.
[[nodiscard]] int exit_code(Verdict verdict) noexcept;

/// Exit codes that are not verdicts: a wrong command line, and a file that cannot be used.
inline constexpr int exit_usage = 2;
inline constexpr int exit_input = 3;

/// The verdict's name in messages and in --expect-verdict.
[[nodiscard]] std::string_view name(Verdict verdict) noexcept;
[[nodiscard]] std::optional<Verdict> verdict_of(std::string_view name) noexcept;

/// True for the ways in which a program that runs can fail: what --expect-failure accepts. A
/// time-out or a QEMU that ends early is never an expected failure.
[[nodiscard]] bool is_program_failure(Verdict verdict) noexcept;

/// A verdict with the sentence that explains it.
struct Outcome {
  Verdict verdict;
  std::string detail;
};

}  // namespace sel4::run
