// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <cstddef>

extern "C" char* strchr(const char* text, int wanted) noexcept;

extern "C" std::size_t strcspn(const char* text, const char* rejected) noexcept {
  std::size_t n = 0;
  while (text[n] != '\0' && strchr(rejected, text[n]) == nullptr) ++n;
  return n;
}
