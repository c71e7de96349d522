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

extern "C" int fputs(const char* text, std::FILE*) {
  sel4::print(std::string_view(text));
  return 0;
}

extern "C" int puts(const char* text) {
  sel4::print(std::string_view(text));
  sel4::print("\n");
  return 0;
}

extern "C" std::size_t fwrite(const void* data, std::size_t size, std::size_t count, std::FILE*) {
  std::size_t bytes = 0;
  if (__builtin_mul_overflow(size, count, &bytes)) return 0;
  sel4::print(std::string_view(static_cast<const char*>(data), bytes));
  return size == 0 ? 0 : count;
}
