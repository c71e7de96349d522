// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// Words at any address, for functions that move memory in words.

#pragma once

#include <cstddef>
#include <cstdint>

namespace sel4::libc {

/// A machine word that may alias anything.
using AliasWord __attribute__((may_alias)) = std::uint64_t;
inline constexpr std::size_t word_size = sizeof(AliasWord);

/// Whether both addresses have the same place within a word, so that they can be walked together.
inline bool same_place(const void* a, const void* b) noexcept {
  return ((reinterpret_cast<std::uintptr_t>(a) ^ reinterpret_cast<std::uintptr_t>(b)) &
          (word_size - 1)) == 0;
}

inline bool word_aligned(const void* a) noexcept {
  return (reinterpret_cast<std::uintptr_t>(a) & (word_size - 1)) == 0;
}

inline const AliasWord* words(const unsigned char* p) noexcept {
  return reinterpret_cast<const AliasWord*>(p);
}
inline AliasWord* words(unsigned char* p) noexcept { return reinterpret_cast<AliasWord*>(p); }

}  // namespace sel4::libc
