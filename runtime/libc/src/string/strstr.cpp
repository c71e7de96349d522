// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <cstddef>

extern "C" char* strstr(const char* text, const char* wanted) noexcept {
  for (;; ++text) {
    std::size_t i = 0;
    while (wanted[i] != '\0' && text[i] == wanted[i]) ++i;
    if (wanted[i] == '\0') return const_cast<char*>(text);
    if (*text == '\0') return nullptr;
  }
}
