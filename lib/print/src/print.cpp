// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "default_sink.hpp"

#include <sel4/print.hpp>

namespace sel4 {
namespace {

// Null stands for the default sink: the variable then takes no room in the image.
constinit PrintSink current_sink = nullptr;

// Enough for 2^64 in decimal or, with its prefix, in hexadecimal.
constexpr std::size_t number_room = 20;

struct Digits {
  char text[number_room];
  std::size_t start = number_room;

  void put(std::uint64_t value, unsigned base) noexcept {
    do {
      push("0123456789abcdef"[value % base]);
      value /= base;
    } while (value != 0);
  }
  void push(char c) noexcept { text[--start] = c; }
  [[nodiscard]] std::size_t count() const noexcept { return number_room - start; }
  void print() const noexcept { detail::print_text({text + start, count()}); }
};

}  // namespace

PrintSink set_print_sink(PrintSink sink) noexcept {
  PrintSink const previous = current_sink;
  current_sink = sink;
  return previous;
}

namespace detail {

void print_text(std::string_view text) noexcept {
  PrintSink const sink = current_sink;
  if (sink == nullptr) {
    print_by_default(text);
  } else {
    sink(text);
  }
}

void print_unsigned(std::uint64_t value) noexcept {
  Digits digits;
  digits.put(value, 10);
  digits.print();
}

void print_signed(std::int64_t value) noexcept {
  Digits digits;
  const auto bits = static_cast<std::uint64_t>(value);
  digits.put(value < 0 ? 0 - bits : bits, 10);
  if (value < 0) digits.push('-');
  digits.print();
}

void print_hex(Hex hex) noexcept {
  constexpr std::size_t most_digits = 16;
  Digits digits;
  digits.put(hex.value, 16);
  while (digits.count() < hex.digits && digits.count() < most_digits) digits.push('0');
  digits.push('x');
  digits.push('0');
  digits.print();
}

}  // namespace detail
}  // namespace sel4
