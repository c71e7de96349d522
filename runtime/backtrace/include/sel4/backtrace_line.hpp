// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// The line of a stack trace, for whoever has its addresses. Header-only, so that programs which
// report on others need not be linked with what traces their own stack.

#pragma once

#include <sel4/print.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace sel4 {

namespace backtrace_detail {

inline constexpr std::size_t most_frames = 40;

/// A line in the making, cut at its end if it is too long.
class Line {
 public:
  void add(std::string_view text) noexcept {
    for (const char c : text) {
      if (used_ < text_.size()) text_[used_++] = c;
    }
  }
  void add_hex(std::uint64_t value, unsigned least_digits) noexcept {
    unsigned digits = 16;
    while (digits > least_digits && (value >> (4 * (digits - 1))) == 0) --digits;
    for (; digits != 0; --digits) {
      const char c = "0123456789abcdef"[(value >> (4 * (digits - 1))) & 15];
      add({&c, 1});
    }
  }
  void add_decimal(std::size_t value) noexcept {
    if (value >= 10) add_decimal(value / 10);
    const auto c = static_cast<char>('0' + value % 10);
    add({&c, 1});
  }
  [[nodiscard]] std::string_view view() const noexcept { return {text_.data(), used_}; }

 private:
  std::array<char, 64 + most_frames * 19 + 48> text_;
  std::size_t used_ = 0;
};

inline std::uint32_t check_of(std::span<const std::uintptr_t> frames) noexcept {
  std::uint32_t hash = 0x811c9dc5;
  for (std::uint64_t frame : frames) {
    for (int i = 0; i < 8; ++i, frame >>= 8) {
      hash = (hash ^ static_cast<std::uint32_t>(frame & 0xff)) * 0x01000193;
    }
  }
  return hash;
}

}  // namespace backtrace_detail

/// Prints the addresses of program `image` as print_backtrace() does; at most 40.
inline void print_backtrace_line(std::string_view image,
                                 std::span<const std::uintptr_t> frames) noexcept {
  using namespace std::string_view_literals;
  if (frames.size() > backtrace_detail::most_frames) {
    frames = frames.first(backtrace_detail::most_frames);
  }
  backtrace_detail::Line line;
  line.add("backtrace "sv);
  line.add(image);
  line.add(":"sv);
  for (const std::uintptr_t frame : frames) {
    line.add(" 0x"sv);
    line.add_hex(frame, 1);
  }
  line.add(" ("sv);
  line.add_decimal(frames.size());
  line.add(" frames, check "sv);
  line.add_hex(backtrace_detail::check_of(frames), 8);
  line.add(")\n"sv);
  print(line.view());
}

}  // namespace sel4
