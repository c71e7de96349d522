// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/backtrace.hpp>
#include <sel4/print.hpp>

#include <array>
#include <cstddef>
#include <string_view>

namespace {

constexpr std::size_t most_frames = 40;

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

std::uint32_t check_of(std::span<const std::uintptr_t> frames) noexcept {
  std::uint32_t hash = 0x811c9dc5;
  for (std::uint64_t frame : frames) {
    for (int i = 0; i < 8; ++i, frame >>= 8) {
      hash = (hash ^ static_cast<std::uint32_t>(frame & 0xff)) * 0x01000193;
    }
  }
  return hash;
}

std::string_view image_name() noexcept {
  if (sel4_image_name == nullptr) return "-";
  std::size_t length = 0;
  while (length < 40 && sel4_image_name[length] != '\0') ++length;
  return {sel4_image_name, length};
}

}  // namespace

void sel4::print_backtrace(std::span<const std::uintptr_t> frames) noexcept {
  if (frames.size() > most_frames) frames = frames.first(most_frames);
  Line line;
  line.add("backtrace ");
  line.add(image_name());
  line.add(":");
  for (const std::uintptr_t frame : frames) {
    line.add(" 0x");
    line.add_hex(frame, 1);
  }
  line.add(" (");
  line.add_decimal(frames.size());
  line.add(" frames, check ");
  line.add_hex(check_of(frames), 8);
  line.add(")\n");
  print(line.view());
}

void sel4::print_backtrace() noexcept {
  std::array<std::uintptr_t, most_frames> memory;
  print_backtrace(backtrace(memory));
}
