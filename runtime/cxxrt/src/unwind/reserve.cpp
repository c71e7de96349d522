// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "reserve.hpp"

#include <new>

namespace sel4::cxxrt {

namespace {
/// The lowest `chunks` bits; 1 to 64.
constexpr std::uint64_t low_bits(std::uint64_t chunks) noexcept {
  return ~std::uint64_t{0} >> (64 - chunks);
}
}  // namespace

void* Reserve::allocate(std::size_t bytes) noexcept {
  if (bytes > sizeof chunks_ - sizeof(Size)) return nullptr;
  const std::uint64_t chunks = (bytes + sizeof(Size) + sizeof(Chunk) - 1) / sizeof(Chunk);
  for (unsigned first = 0; first + chunks <= count; ++first) {
    const std::uint64_t mask = low_bits(chunks) << first;
    if ((used_ & mask) != 0) continue;
    used_ |= mask;
    return new (&chunks_[first]) Size{chunks} + 1;
  }
  return nullptr;
}

void Reserve::release(void* block) noexcept {
  const Size* const size = static_cast<Size*>(block) - 1;
  const auto first = static_cast<std::size_t>(reinterpret_cast<const Chunk*>(size) - chunks_);
  used_ &= ~(low_bits(size->chunks) << first);
}

}  // namespace sel4::cxxrt
