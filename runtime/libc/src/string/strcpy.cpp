// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <cstddef>

extern "C" char* strcpy(char* __restrict to, const char* __restrict from) noexcept {
  char* out = to;
  while ((*out++ = *from++) != '\0') {
  }
  return to;
}

extern "C" char* strcat(char* __restrict to, const char* __restrict from) noexcept {
  char* out = to;
  while (*out != '\0') ++out;
  while ((*out++ = *from++) != '\0') {
  }
  return to;
}

extern "C" char* strncpy(char* __restrict to, const char* __restrict from,
                         std::size_t count) noexcept {
  std::size_t i = 0;
  for (; i < count && from[i] != '\0'; ++i) to[i] = from[i];
  for (; i < count; ++i) to[i] = '\0';
  return to;
}
