// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <cstdint>
#include <loader/memory.hpp>

void copy_blocks(void* to, const void* from, std::size_t size) {
  auto* target = static_cast<std::uint64_t*>(to);
  const auto* source = static_cast<const std::uint64_t*>(from);
  for (; size != 0; size -= 64, target += 8, source += 8) {
    const std::uint64_t a = source[0], b = source[1], c = source[2], d = source[3];
    const std::uint64_t e = source[4], f = source[5], g = source[6], h = source[7];
    target[0] = a;
    target[1] = b;
    target[2] = c;
    target[3] = d;
    target[4] = e;
    target[5] = f;
    target[6] = g;
    target[7] = h;
  }
}

void zero_blocks(void* to, std::size_t size) {
  auto* target = static_cast<std::uint64_t*>(to);
  for (; size != 0; size -= 64, target += 8) {
    target[0] = 0;
    target[1] = 0;
    target[2] = 0;
    target[3] = 0;
    target[4] = 0;
    target[5] = 0;
    target[6] = 0;
    target[7] = 0;
  }
}

sel4::payload::Checksum sum_blocks(const void* from, std::size_t size) {
  const auto* source = static_cast<const std::uint64_t*>(from);
  std::uint64_t plain = 0;
  std::uint64_t weighted = 0;
  for (; size != 0; size -= 64, source += 8) {
#pragma GCC unroll 8
    for (std::size_t i = 0; i < 8; ++i) {
      plain += source[i];
      weighted += plain;
    }
  }
  return {plain, weighted};
}
