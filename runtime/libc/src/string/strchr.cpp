// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <cstddef>

extern "C" char* strchr(const char* text, int wanted) noexcept {
  for (;; ++text) {
    if (*text == static_cast<char>(wanted)) return const_cast<char*>(text);
    if (*text == '\0') return nullptr;
  }
}

extern "C" char* strrchr(const char* text, int wanted) noexcept {
  const char* found = nullptr;
  for (;; ++text) {
    if (*text == static_cast<char>(wanted)) found = text;
    if (*text == '\0') return const_cast<char*>(found);
  }
}

extern "C" std::size_t strspn(const char* text, const char* accepted) noexcept {
  std::size_t n = 0;
  while (text[n] != '\0' && strchr(accepted, text[n]) != nullptr) ++n;
  return n;
}

extern "C" std::size_t strcspn(const char* text, const char* rejected) noexcept {
  std::size_t n = 0;
  while (text[n] != '\0' && strchr(rejected, text[n]) == nullptr) ++n;
  return n;
}

extern "C" char* strstr(const char* text, const char* wanted) noexcept {
  for (;; ++text) {
    std::size_t i = 0;
    while (wanted[i] != '\0' && text[i] == wanted[i]) ++i;
    if (wanted[i] == '\0') return const_cast<char*>(text);
    if (*text == '\0') return nullptr;
  }
}

extern "C" void* memchr(const void* in, int value, std::size_t count) noexcept {
  const auto* p = static_cast<const unsigned char*>(in);
  for (; count != 0; --count, ++p) {
    if (*p == static_cast<unsigned char>(value)) return const_cast<unsigned char*>(p);
  }
  return nullptr;
}
