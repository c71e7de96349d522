// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/run/verdict.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace sel4::run {

/// What one line of the console suggests: fault, kernel_halt, panic or loader; nothing for ordinary
/// lines. It is evidence only: a program that tests faults prints such lines and passes.
[[nodiscard]] std::optional<Verdict> classify(std::string_view line) noexcept;

/// Collects evidence. A panic explains the fault and the halt that may follow it, so the most
/// telling kind wins (panic, kernel_halt, fault, loader) and of that kind the first line.
class Evidence {
 public:
  /// Takes a line. True if it is evidence.
  bool add(std::string_view line);

  [[nodiscard]] bool empty() const noexcept { return !kind_.has_value(); }
  /// The verdict that the evidence supports; only if not empty().
  [[nodiscard]] Outcome outcome() const;

 private:
  std::optional<Verdict> kind_;
  std::string line_;
  bool wants_more_ = false;
};

}  // namespace sel4::run
