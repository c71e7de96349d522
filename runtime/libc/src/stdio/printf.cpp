// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "stream.hpp"

#include <cstdio>

extern "C" int vprintf(const char* format, std::va_list arguments) {
  sel4::libc::Console console;
  return sel4::libc::format(console, format, arguments);
}

extern "C" int vfprintf(std::FILE*, const char* format, std::va_list arguments) {
  return vprintf(format, arguments);
}

extern "C" int printf(const char* format, ...) {
  std::va_list arguments;
  va_start(arguments, format);
  const int count = vprintf(format, arguments);
  va_end(arguments);
  return count;
}

extern "C" int fprintf(std::FILE* stream, const char* format, ...) {
  std::va_list arguments;
  va_start(arguments, format);
  const int count = vfprintf(stream, format, arguments);
  va_end(arguments);
  return count;
}
