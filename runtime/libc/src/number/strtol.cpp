// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "parse_integer.hpp"

extern "C" long strtol(const char* __restrict text, char** __restrict end, int base) noexcept {
  return sel4::libc::parse_integer<long>(text, end, base);
}

extern "C" long long strtoll(const char* __restrict text, char** __restrict end,
                             int base) noexcept {
  return sel4::libc::parse_integer<long long>(text, end, base);
}

extern "C" unsigned long strtoul(const char* __restrict text, char** __restrict end,
                                 int base) noexcept {
  return sel4::libc::parse_integer<unsigned long>(text, end, base);
}

extern "C" unsigned long long strtoull(const char* __restrict text, char** __restrict end,
                                       int base) noexcept {
  return sel4::libc::parse_integer<unsigned long long>(text, end, base);
}

extern "C" int atoi(const char* text) noexcept {
  return static_cast<int>(strtol(text, nullptr, 10));
}
