// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <loader/arch/core.hpp>
#include <loader/log.hpp>
#include <loader/plat/console.hpp>

namespace sel4::loader {

namespace {

LogLevel log_level = LogLevel::info;

constexpr std::string_view names[] = {"", "ERROR", "WARN ", "INFO ", "DEBUG"};

void put(std::string_view text) {
  for (const char c : text) {
    if (c == '\n') plat::console_put('\r');
    plat::console_put(c);
  }
}

}  // namespace

void set_log_level(LogLevel level) { log_level = level; }

Line::Line(LogLevel level) : enabled_(level <= log_level && level != LogLevel::off) {
  if (!enabled_) return;
  put("seL4 loader | ");
  put(names[static_cast<unsigned>(level)]);
  put("  ");
}

Line::~Line() {
  if (enabled_) put("\n");
}

Line& Line::operator<<(std::string_view text) {
  if (enabled_) put(text);
  return *this;
}

Line& Line::operator<<(Hex number) {
  if (!enabled_) return *this;
  put("0x");
  unsigned shift = 60;
  while (shift != 0 && (number.value >> shift) == 0) shift -= 4;
  for (;; shift -= 4) {
    plat::console_put("0123456789abcdef"[(number.value >> shift) & 0xf]);
    if (shift == 0) break;
  }
  return *this;
}

Line& Line::operator<<(std::uint64_t number) {
  if (!enabled_) return *this;
  char digits[20];
  unsigned count = 0;
  do {
    digits[count++] = static_cast<char>('0' + number % 10);
    number /= 10;
  } while (number != 0);
  while (count != 0) plat::console_put(digits[--count]);
  return *this;
}

void fatal(std::string_view what) {
  {
    Line line{LogLevel::error};
    line << what << "; stopped";
  }
  arch::halt();
}

}  // namespace sel4::loader
