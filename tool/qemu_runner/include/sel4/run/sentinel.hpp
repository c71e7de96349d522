// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace sel4::run {

/// What a program under test says of itself when it ends.
enum class Sentinel { pass, fail };

/// The line sentinels: the whole line, nothing before or after.
inline constexpr std::string_view pass_line = "TEST_PASS";
inline constexpr std::string_view fail_line = "TEST_FAIL";

[[nodiscard]] std::optional<Sentinel> line_sentinel(std::string_view line) noexcept;

/// Finds the byte sentinels, which text of other threads in between cannot break:
///
/// - SOH DLE ACK EOT (passed) or SOH DLE NAK EOT (failed); all other bytes in between are ignored,
///   none of these five occurs in text;
/// - the letters INDICATE_SUCCESS and then ACK, or INDICATE_FAILURE and then NAK, as rust-sel4's
/// tests
///   print them: the letters in this order, among the last `window` bytes.
class ByteSentinels {
 public:
  static constexpr std::size_t window = 512;

  /// Takes the next byte of the console; a sentinel that it completes.
  std::optional<Sentinel> push(char byte) noexcept;

  /// True for the bytes that sentinels are made of and that have no business on a terminal.
  [[nodiscard]] static bool is_control(char byte) noexcept;

 private:
  std::optional<Sentinel> push_control(char byte) noexcept;
  [[nodiscard]] bool recent_holds(std::string_view letters) const noexcept;

  std::array<char, window> recent_{};
  std::size_t position_ = 0;
  unsigned progress_ = 0;
  Sentinel candidate_ = Sentinel::fail;
};

}  // namespace sel4::run
