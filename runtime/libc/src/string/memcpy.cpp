// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "word.hpp"

using namespace sel4::libc;

extern "C" void* memcpy(void* __restrict to, const void* __restrict from,
                        std::size_t count) noexcept {
  auto* out = static_cast<unsigned char*>(to);
  const auto* in = static_cast<const unsigned char*>(from);
  if (count >= 2 * word_size) {
    // Words are stored aligned. What is read may not be: then each word is put together from the
    // two aligned ones it lies in, so that no machine sees an unaligned access.
    while (!word_aligned(out)) {
      *out++ = *in++;
      --count;
    }
    const std::size_t offset = reinterpret_cast<std::uintptr_t>(in) & (word_size - 1);
    if (offset == 0) {
      for (; count >= 4 * word_size; count -= 4 * word_size) {
        const AliasWord a = words(in)[0];
        const AliasWord b = words(in)[1];
        const AliasWord c = words(in)[2];
        const AliasWord d = words(in)[3];
        words(out)[0] = a;
        words(out)[1] = b;
        words(out)[2] = c;
        words(out)[3] = d;
        in += 4 * word_size;
        out += 4 * word_size;
      }
      for (; count >= word_size; count -= word_size) {
        *words(out) = *words(in);
        in += word_size;
        out += word_size;
      }
    } else {
      const std::size_t shift = 8 * offset;
      // The first word is gathered from bytes, for reading before the source is not ours to do.
      AliasWord low = 0;
      for (std::size_t i = offset; i < word_size; ++i) {
        low |= static_cast<AliasWord>(in[i - offset]) << (8 * i);
      }
      // The last aligned word read must lie within the source.
      const unsigned char* next = in + (word_size - offset);
      while (count >= 2 * word_size - offset) {
        const AliasWord high = *words(next);
        *words(out) = (low >> shift) | (high << (8 * word_size - shift));
        low = high;
        next += word_size;
        in += word_size;
        out += word_size;
        count -= word_size;
      }
    }
  }
  while (count-- != 0) *out++ = *in++;
  return to;
}
