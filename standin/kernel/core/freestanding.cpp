// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <cstddef>
#include <cstdint>

// What the compiler calls for copies and for clearing.

namespace {
using Chunk = std::uint64_t;

bool is_aligned(const void* a, const void* b) {
  return ((reinterpret_cast<std::uintptr_t>(a) | reinterpret_cast<std::uintptr_t>(b)) %
          sizeof(Chunk)) == 0;
}
}  // namespace

extern "C" void* memcpy(void* to, const void* from, std::size_t size) {
  std::size_t i = 0;
  if (is_aligned(to, from)) {
    for (; i + sizeof(Chunk) <= size; i += sizeof(Chunk)) {
      *reinterpret_cast<volatile Chunk*>(static_cast<char*>(to) + i) =
          *reinterpret_cast<const Chunk*>(static_cast<const char*>(from) + i);
    }
  }
  for (; i < size; ++i) {
    static_cast<volatile char*>(to)[i] = static_cast<const char*>(from)[i];
  }
  return to;
}

extern "C" void* memset(void* to, int value, std::size_t size) {
  std::size_t i = 0;
  if (value == 0 && is_aligned(to, to)) {
    for (; i + sizeof(Chunk) <= size; i += sizeof(Chunk)) {
      *reinterpret_cast<volatile Chunk*>(static_cast<char*>(to) + i) = 0;
    }
  }
  for (; i < size; ++i) static_cast<volatile char*>(to)[i] = static_cast<char>(value);
  return to;
}

// For processors that do not count zeros themselves.

extern "C" int __clzdi2(std::uint64_t value) {
  int zeros = 0;
  for (int step = 32; step > 0; step /= 2) {
    if (value >> (64 - step) != 0) continue;
    zeros += step;
    value <<= step;
  }
  return zeros;
}

extern "C" int __ctzdi2(std::uint64_t value) { return 63 - __clzdi2(value & (0 - value)); }
