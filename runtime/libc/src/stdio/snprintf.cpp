// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <cstdarg>
#include <cstddef>

extern "C" int vsnprintf(char* to, std::size_t size, const char* format,
                         std::va_list arguments) noexcept;

extern "C" int snprintf(char* to, std::size_t size, const char* format, ...) noexcept {
  std::va_list arguments;
  va_start(arguments, format);
  const int count = vsnprintf(to, size, format, arguments);
  va_end(arguments);
  return count;
}
