// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sel4::symbolize {

/// One line `backtrace IMAGE: 0x... (N frames, check XXXXXXXX)` as the runtime prints it.
struct Backtrace {
  std::string image;                  ///< the program's name; "-" if it gave none
  std::vector<std::uint64_t> frames;  ///< return addresses, innermost first
  /// What is wrong with the line, if something is (cut, or mixed with other output); the frames
  /// that could be read are there all the same.
  std::string damage;
};

/// Finds a backtrace in a line of console output, whatever stands before or after it.
std::optional<Backtrace> find_backtrace(std::string_view line);

/// A number as people write addresses: hexadecimal, with or without 0x. Nothing if it is none, or
/// has more than 64 bits.
std::optional<std::uint64_t> parse_address(std::string_view text);

}  // namespace sel4::symbolize
