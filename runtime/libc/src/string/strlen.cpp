// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <cstddef>

extern "C" std::size_t strlen(const char* text) noexcept {
  const char* end = text;
  while (*end != '\0') ++end;
  return static_cast<std::size_t>(end - text);
}

extern "C" std::size_t strnlen(const char* text, std::size_t limit) noexcept {
  std::size_t length = 0;
  while (length < limit && text[length] != '\0') ++length;
  return length;
}
