// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <sel4/payload/format.hpp>

#include <cstdint>
#include <string_view>

namespace sel4::loader {

using payload::LogLevel;

/// Sets how much is printed from now on; info until then.
void set_log_level(LogLevel level);

/// A number to be printed in hexadecimal.
struct Hex {
  std::uint64_t value;
};

/// One line of output, `seL4 loader | LEVEL  ...`, printed piece by piece while it lives.
/// Prints nothing at all below the log level.
class Line {
 public:
  explicit Line(LogLevel level);
  ~Line();
  Line(const Line&) = delete;
  Line& operator=(const Line&) = delete;

  Line& operator<<(std::string_view text);
  Line& operator<<(Hex number);
  Line& operator<<(std::uint64_t number);

 private:
  bool enabled_;
};

/// Prints `what` as an error and stops this core for good.
[[noreturn]] void fatal(std::string_view what);

}  // namespace sel4::loader
