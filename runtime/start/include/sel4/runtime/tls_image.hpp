// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/runtime/arch/thread_pointer.hpp>
#include <sel4/runtime/tls_layout.hpp>

#include <cstddef>
#include <cstdint>
#include <span>

namespace sel4::runtime {

/// The running program's PT_TLS segment; an empty one if it has no thread-local variables.
[[nodiscard]] TlsSegment program_tls_segment() noexcept;

/// Fills the block at `block`, laid out as tls_layout() says for `segment`, with the segment at its
/// address, and returns the thread pointer for it.
[[nodiscard]] std::uintptr_t fill_tls_block(const TlsSegment& segment, const TlsLayout& layout,
                                            std::byte* block) noexcept;

/// The initial contents of every thread's thread-local variables: the program's PT_TLS segment.
class TlsImage {
 public:
  /// An image of `segment`, whose bytes must stay where they are. Refuses segments that make no
  /// sense.
  [[nodiscard]] static constexpr Result<TlsImage, TlsError> of(const TlsSegment& segment) noexcept {
    return tls_layout(segment, arch::tls_abi).transform([&](const TlsLayout& layout) {
      return TlsImage{segment, layout};
    });
  }

  /// The running program's image; a program without thread-local variables has an empty one, which
  /// still gives its threads a thread pointer.
  [[nodiscard]] static Result<TlsImage, TlsError> of_program() noexcept {
    return of(program_tls_segment());
  }

  /// How many bytes a block takes.
  [[nodiscard]] constexpr std::size_t size() const noexcept { return layout_.size; }
  /// How a block's start must be aligned: a power of two, at least 16.
  [[nodiscard]] constexpr std::size_t alignment() const noexcept { return layout_.alignment; }
  /// Bytes that are enough wherever they start.
  [[nodiscard]] constexpr std::size_t size_unaligned() const noexcept {
    return layout_.size + layout_.alignment - 1;
  }

  /// Fills the block at `block` (aligned to alignment(), size() bytes, kept for as long as the
  /// thread lives) and returns the thread pointer for it.
  [[nodiscard]] std::uintptr_t fill(std::byte* block) const noexcept {
    return fill_tls_block(segment_, layout_, block);
  }

  /// Makes a block somewhere in `storage` and returns the thread pointer for it. Error: storage.
  [[nodiscard]] Result<std::uintptr_t, TlsError> fill_in(
      std::span<std::byte> storage) const noexcept {
    const auto start = reinterpret_cast<std::uintptr_t>(storage.data());
    const std::size_t skipped = (0 - start) & (layout_.alignment - 1);
    if (storage.size() < skipped || storage.size() - skipped < layout_.size) {
      return Failure{TlsError::storage};
    }
    return fill(storage.data() + skipped);
  }

 private:
  constexpr TlsImage(const TlsSegment& segment, const TlsLayout& layout) noexcept
      : segment_(segment), layout_(layout) {}

  TlsSegment segment_;
  TlsLayout layout_;
};

}  // namespace sel4::runtime
