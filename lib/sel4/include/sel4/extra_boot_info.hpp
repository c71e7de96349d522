// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/base/std_parts.hpp>
#include <sel4/sys/types.hpp>

#include <cstddef>
#include <cstring>
#include <optional>
#include <span>

namespace sel4 {

/// What a chunk of extra boot information is about.
enum class ExtraBootInfoId : Word {
  padding = ::SEL4_BOOTINFO_HEADER_PADDING,
  x86_vbe = ::SEL4_BOOTINFO_HEADER_X86_VBE,
  x86_memory_map = ::SEL4_BOOTINFO_HEADER_X86_MBMMAP,
  x86_acpi_rsdp = ::SEL4_BOOTINFO_HEADER_X86_ACPI_RSDP,
  x86_framebuffer = ::SEL4_BOOTINFO_HEADER_X86_FRAMEBUFFER,
  x86_tsc_frequency = ::SEL4_BOOTINFO_HEADER_X86_TSC_FREQ,
  /// A flattened device tree.
  fdt = ::SEL4_BOOTINFO_HEADER_FDT,
};
static_assert(SEL4_BOOTINFO_HEADER_NUM == 7, "this kernel has chunks that ExtraBootInfoId lacks");

/// A piece of extra boot information, such as the device tree.
struct ExtraBootInfoChunk {
  /// What kind of information; a kernel may give kinds that are not named.
  ExtraBootInfoId id;
  /// Without the chunk's header.
  std::span<const std::byte> content;
};

/// The chunks of extra boot information, padding included. Nothing beyond the given bytes is ever
/// read: a chunk whose length is less than its header or more than what is left ends the list.
class ExtraBootInfo {
 public:
  /// A forward iterator over ExtraBootInfoChunk.
  class Iterator {
   public:
    /// For the standard's iterator concepts, as the two below.
    using value_type = ExtraBootInfoChunk;
    /// Of positions in the list.
    using difference_type = std::ptrdiff_t;
    /// One pass: the chunks are made as it goes.
    using iterator_category = std::input_iterator_tag;

    constexpr Iterator() noexcept = default;
    /// At the first chunk of `rest`, which must stay where it is.
    explicit Iterator(std::span<const std::byte> rest) noexcept : rest_(rest) { look(); }

    /// The chunk, by value. Not at the end.
    [[nodiscard]] ExtraBootInfoChunk operator*() const noexcept {
      return {static_cast<ExtraBootInfoId>(header_.id),
              rest_.subspan(sizeof header_, header_.len - sizeof header_)};
    }
    /// To the next chunk.
    Iterator& operator++() noexcept {
      rest_ = rest_.subspan(header_.len);
      look();
      return *this;
    }
    /// The same; returns where it was.
    Iterator operator++(int) noexcept {
      Iterator old = *this;
      ++*this;
      return old;
    }
    friend bool operator==(const Iterator& it, std::default_sentinel_t) noexcept {
      return it.rest_.empty();
    }

   private:
    // Reads the next header, by bytes, for nothing says that it is aligned; ends if it is not
    // valid.
    void look() noexcept {
      if (rest_.size() >= sizeof header_) {
        std::memcpy(&header_, rest_.data(), sizeof header_);
        if (header_.len >= sizeof header_ && header_.len <= rest_.size()) return;
      }
      rest_ = {};
    }

    std::span<const std::byte> rest_;
    ::seL4_BootInfoHeader header_{};
  };

  constexpr ExtraBootInfo() noexcept = default;
  /// Of the bytes behind the BootInfo structure; BootInfo::extra() knows them.
  constexpr explicit ExtraBootInfo(std::span<const std::byte> bytes) noexcept : bytes_(bytes) {}

  /// At the first chunk.
  [[nodiscard]] Iterator begin() const noexcept { return Iterator{bytes_}; }
  /// Behind the last chunk.
  [[nodiscard]] static std::default_sentinel_t end() noexcept { return {}; }

  /// The content of the first chunk of this kind.
  [[nodiscard]] std::optional<std::span<const std::byte>> find(ExtraBootInfoId id) const noexcept {
    for (const ExtraBootInfoChunk chunk : *this) {
      if (chunk.id == id) return chunk.content;
    }
    return std::nullopt;
  }

  /// All chunks with their headers and padding, as the kernel has put them.
  [[nodiscard]] constexpr std::span<const std::byte> bytes() const noexcept { return bytes_; }

 private:
  std::span<const std::byte> bytes_;
};

}  // namespace sel4
