// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <cstddef>

extern "C" char* strchr(const char* text, int wanted) noexcept;

extern "C" std::size_t strspn(const char* text, const char* accepted) noexcept {
  std::size_t n = 0;
  while (text[n] != '\0' && strchr(accepted, text[n]) != nullptr) ++n;
  return n;
}
