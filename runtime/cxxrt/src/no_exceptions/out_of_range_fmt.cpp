// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "throw.hpp"

#include <cstdarg>
#include <cstddef>

namespace {

/// The library formats these messages with %s, %zu and %% only.
class Message {
 public:
  void put(char c) noexcept {
    if (used_ < sizeof text_) text_[used_++] = c;
  }
  void put(const char* text) noexcept {
    while (*text != '\0') put(*text++);
  }
  void put(std::size_t number) noexcept {
    char digits[20];
    std::size_t count = 0;
    do {
      digits[count++] = static_cast<char>('0' + number % 10);
      number /= 10;
    } while (number != 0);
    while (count != 0) put(digits[--count]);
  }
  [[nodiscard]] std::string_view view() const noexcept { return {text_, used_}; }

 private:
  char text_[256];
  std::size_t used_ = 0;
};

}  // namespace

namespace std {
void __throw_out_of_range_fmt(const char* format, ...) {
  Message message;
  std::va_list arguments;
  va_start(arguments, format);
  for (const char* at = format; *at != '\0'; ++at) {
    if (at[0] == '%' && at[1] == 's') {
      message.put(va_arg(arguments, const char*));
      at += 1;
    } else if (at[0] == '%' && at[1] == 'z' && at[2] == 'u') {
      message.put(va_arg(arguments, std::size_t));
      at += 2;
    } else {
      if (at[0] == '%' && at[1] == '%') ++at;
      message.put(*at);
    }
  }
  va_end(arguments);
  sel4::panic("std::out_of_range", message.view());
}
}  // namespace std
