// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/sys/types.hpp>

#include <array>
#include <cstddef>

namespace sel4::sys {

/// Bits [Offset, Offset + Width) of a block of words, word 0 least significant. A field lies within
/// one word: the generator rejects others.
template <std::size_t Offset, std::size_t Width, std::size_t N>
[[nodiscard, gnu::always_inline]] constexpr Word get_bits(
    const std::array<Word, N>& words) noexcept {
  constexpr std::size_t word_bits = sizeof(Word) * 8;
  static_assert(Width > 0 && Offset % word_bits + Width <= word_bits && Offset / word_bits < N);
  constexpr Word mask = Width == word_bits ? ~Word{0} : (Word{1} << (Width % word_bits)) - 1;
  return (words[Offset / word_bits] >> (Offset % word_bits)) & mask;
}

/// Replaces bits [Offset, Offset + Width); bits of `value` above Width are dropped.
template <std::size_t Offset, std::size_t Width, std::size_t N>
[[gnu::always_inline]] constexpr void set_bits(std::array<Word, N>& words, Word value) noexcept {
  constexpr std::size_t word_bits = sizeof(Word) * 8;
  static_assert(Width > 0 && Offset % word_bits + Width <= word_bits && Offset / word_bits < N);
  constexpr Word mask = Width == word_bits ? ~Word{0} : (Word{1} << (Width % word_bits)) - 1;
  Word& word = words[Offset / word_bits];
  word = (word & ~(mask << (Offset % word_bits))) | ((value & mask) << (Offset % word_bits));
}

/// Whether `value` fits in `width` bits.
[[nodiscard]] constexpr bool fits(Word value, std::size_t width) noexcept {
  return width >= sizeof(Word) * 8 || (value >> width) == 0;
}

}  // namespace sel4::sys
