// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "word.hpp"

using namespace sel4::libc;

extern "C" int memcmp(const void* a, const void* b, std::size_t count) noexcept {
  const auto* x = static_cast<const unsigned char*>(a);
  const auto* y = static_cast<const unsigned char*>(b);
  if (same_place(x, y)) {
    for (; count != 0 && !word_aligned(x) && *x == *y; --count) {
      ++x;
      ++y;
    }
    if (word_aligned(x)) {
      for (; count >= word_size && *words(x) == *words(y); count -= word_size) {
        x += word_size;
        y += word_size;
      }
    }
  }
  for (; count != 0; --count, ++x, ++y) {
    if (*x != *y) return *x - *y;
  }
  return 0;
}
