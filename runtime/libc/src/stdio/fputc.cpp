// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "stream.hpp"

#include <cstdio>

extern "C" int fputc(int value, std::FILE*) {
  const auto c = static_cast<char>(value);
  sel4::print(std::string_view(&c, 1));
  return static_cast<unsigned char>(c);
}
extern "C" int putc(int value, std::FILE* stream) { return fputc(value, stream); }
extern "C" int putchar(int value) { return fputc(value, nullptr); }
