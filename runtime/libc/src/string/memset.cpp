// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "word.hpp"

using namespace sel4::libc;

extern "C" void* memset(void* to, int value, std::size_t count) noexcept {
  auto* out = static_cast<unsigned char*>(to);
  const auto byte = static_cast<unsigned char>(value);
  if (count >= 2 * word_size) {
    for (; !word_aligned(out); --count) *out++ = byte;
    const AliasWord word = 0x0101'0101'0101'0101u * byte;
    for (; count >= 4 * word_size; count -= 4 * word_size) {
      words(out)[0] = word;
      words(out)[1] = word;
      words(out)[2] = word;
      words(out)[3] = word;
      out += 4 * word_size;
    }
    for (; count >= word_size; count -= word_size) {
      *words(out) = word;
      out += word_size;
    }
  }
  while (count-- != 0) *out++ = byte;
  return to;
}
