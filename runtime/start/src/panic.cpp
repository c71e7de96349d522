// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "report.hpp"

#include <sel4/base/panic.hpp>
#include <sel4/print.hpp>
#include <sel4/runtime/hooks.hpp>

#include <cstddef>

namespace {

// std::string_view would ask for strlen, which programs without a C library lack.
std::string_view text_of(const char* text) noexcept {
  const char* end = text;
  while (*end != '\0') {
    ++end;
    __asm__("" : "+r"(end));
  }
  return {text, static_cast<std::size_t>(end - text)};
}

}  // namespace

void sel4::panic(std::string_view message, std::string_view detail,
                 std::source_location where) noexcept {
  if (!runtime::begin_report()) sel4_runtime_halt();
  print("panic at ", text_of(where.file_name()), ':', where.line(), ": ", message);
  if (!detail.empty()) print(": ", detail);
  println();
  runtime::end_report();
}
