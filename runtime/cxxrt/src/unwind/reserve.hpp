// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <cstddef>
#include <cstdint>

namespace sel4::cxxrt {

/// 4 KiB for exceptions that the heap has no memory for: about sixteen small ones, or one of 4,000
/// bytes. Not locked.
class Reserve {
 public:
  constexpr Reserve() noexcept = default;
  Reserve(const Reserve&) = delete;
  Reserve& operator=(const Reserve&) = delete;

  /// A block of `bytes`, aligned to 16; null if there is none.
  [[nodiscard]] void* allocate(std::size_t bytes) noexcept;
  /// Gives back a block of allocate().
  void release(void* block) noexcept;
  /// Whether it is such a block.
  [[nodiscard]] bool has(const void* block) const noexcept {
    const auto address = reinterpret_cast<std::uintptr_t>(block);
    const auto begin = reinterpret_cast<std::uintptr_t>(chunks_);
    return address - begin < sizeof chunks_;
  }

 private:
  struct alignas(16) Chunk {
    std::byte bytes[64];
  };
  // Before each block, in its first chunk.
  struct alignas(16) Size {
    std::uint64_t chunks;
  };
  static constexpr unsigned count = 64;

  std::uint64_t used_ = 0;  // a bit for each chunk
  Chunk chunks_[count] = {};
};

}  // namespace sel4::cxxrt
