// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <cstddef>
#include <string>

namespace sel4::run {

/// Cuts the console into lines of plain text: without ANSI escape sequences (the kernel colours its
/// messages), carriage returns and other control bytes.
class LineReader {
 public:
  /// A line that never ends is cut here, so that a chatty guest costs bounded memory.
  static constexpr std::size_t limit = 4096;

  /// Takes the next byte. True if it ended a line, which is then in last().
  bool push(char byte);

  /// Ends the line that has no end yet. False if there is none.
  bool finish();

  [[nodiscard]] const std::string& last() const noexcept { return last_; }
  [[nodiscard]] const std::string& current() const noexcept { return current_; }

 private:
  enum class Escape { none, start, sequence };

  std::string current_;
  std::string last_;
  Escape escape_ = Escape::none;
};

}  // namespace sel4::run
