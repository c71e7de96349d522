// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

extern "C" long strtol(const char* __restrict text, char** __restrict end, int base) noexcept;

extern "C" int atoi(const char* text) noexcept {
  return static_cast<int>(strtol(text, nullptr, 10));
}
