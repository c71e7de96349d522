// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "word.hpp"

using namespace sel4::libc;

extern "C" void* memcpy(void* __restrict to, const void* __restrict from,
                        std::size_t count) noexcept;

extern "C" void* memmove(void* to, const void* from, std::size_t count) noexcept {
  auto* out = static_cast<unsigned char*>(to);
  const auto* in = static_cast<const unsigned char*>(from);
  const auto distance =
      reinterpret_cast<std::uintptr_t>(out) - reinterpret_cast<std::uintptr_t>(in);
  const auto back_distance = std::uintptr_t{0} - distance;
  if (distance >= count && back_distance >= count) return memcpy(to, from, count);
  const bool by_words = same_place(out, in);
  if (distance >= count) {  // to lies before from: upwards
    if (by_words) {
      for (; count != 0 && !word_aligned(out); --count) *out++ = *in++;
      for (; count >= word_size; count -= word_size) {
        *words(out) = *words(in);
        out += word_size;
        in += word_size;
      }
    }
    while (count-- != 0) *out++ = *in++;
  } else {
    out += count;
    in += count;
    if (by_words) {
      for (; count != 0 && !word_aligned(out); --count) *--out = *--in;
      for (; count >= word_size; count -= word_size) {
        out -= word_size;
        in -= word_size;
        *words(out) = *words(in);
      }
    }
    while (count-- != 0) *--out = *--in;
  }
  return to;
}
