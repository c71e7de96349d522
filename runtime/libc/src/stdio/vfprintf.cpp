// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "stream.hpp"

#include <cstdio>

extern "C" int vfprintf(std::FILE*, const char* format, std::va_list arguments) {
  sel4::libc::Console console;
  return sel4::libc::format(console, format, arguments);
}
