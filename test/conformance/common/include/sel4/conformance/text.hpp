// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/error.hpp>
#include <sel4/print.hpp>
#include <sel4/sel4.hpp>

#include <array>
#include <atomic>
#include <concepts>
#include <string_view>

namespace sel4::conformance {

/// Text that several threads add to, to be printed when they have come to rest: what a thread wrote
/// straight to the console would mix with the kernel's own lines. What does not fit shows as a `~`.
class Text {
 public:
  template <class... Parts>
  void add(const Parts&... parts) noexcept {
    (add_one(parts), ...);
  }

  [[nodiscard]] std::string_view view() const noexcept {
    return {text_.data(), std::min(length_.load(), text_.size())};
  }
  [[nodiscard]] bool is_empty() const noexcept { return length_ == 0; }
  void clear() noexcept { length_ = 0; }

 private:
  void add_one(std::string_view part) noexcept {
    const std::size_t at = length_.fetch_add(part.size());
    for (std::size_t i = 0; i < part.size(); ++i) {
      if (at + i < text_.size()) text_[at + i] = at + i + 1 == text_.size() ? '~' : part[i];
    }
  }
  void add_one(const char* part) noexcept { add_one(std::string_view{part}); }
  void add_one(char part) noexcept { add_one(std::string_view{&part, 1}); }
  void add_one(bool part) noexcept { add_one(part ? '1' : '0'); }
  void add_one(Error part) noexcept { add_one(describe(part)); }
  void add_one(std::unsigned_integral auto value) noexcept { add_digits(value, 10); }
  void add_one(std::signed_integral auto value) noexcept {
    if (value < 0) add_one('-');
    const auto magnitude = static_cast<std::uint64_t>(value);
    add_digits(value < 0 ? -magnitude : magnitude, 10);
  }
  void add_one(Hex part) noexcept {
    add_one("0x");
    add_digits(part.value, 16);
  }
  void add_digits(std::uint64_t value, unsigned base) noexcept {
    std::array<char, 20> digits{};
    std::size_t first = digits.size();
    do {
      digits[--first] = "0123456789abcdef"[value % base];
      value /= base;
    } while (value != 0);
    add_one(std::string_view{digits.data() + first, digits.size() - first});
  }

  std::atomic<std::size_t> length_ = 0;
  std::array<char, 4000> text_{};
};

}  // namespace sel4::conformance
