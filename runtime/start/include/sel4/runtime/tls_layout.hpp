// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/base/result.hpp>
#include <sel4/base/std_parts.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>

namespace sel4::runtime {

/// Why a thread-local segment or the room for it is refused.
enum class TlsError : unsigned {
  none,
  /// The segment's alignment is not a power of two.
  alignment,
  /// The segment has more bytes in the file than in memory.
  file_size,
  /// The block would not fit in the address space.
  size,
  /// The storage that the caller gives is too small.
  storage,
};

/// The sentence for an error, without a full stop.
[[nodiscard]] constexpr std::string_view describe(TlsError error) noexcept {
  switch (error) {
    case TlsError::none:
      return "no error";
    case TlsError::alignment:
      return "alignment of the TLS segment is not a power of two";
    case TlsError::file_size:
      return "TLS segment is larger in the file than in memory";
    case TlsError::size:
      return "TLS segment is larger than the address space";
    case TlsError::storage:
      return "storage is too small for the TLS block";
  }
  return "unknown error";
}

/// What the program header of the thread-local segment (PT_TLS) says.
struct TlsSegment {
  /// Virtual address of the template (p_vaddr).
  std::uintptr_t address = 0;
  /// Bytes of the template (p_filesz).
  std::size_t file_size = 0;
  /// Bytes that each thread has (p_memsz); those beyond file_size are zeros.
  std::size_t memory_size = 0;
  /// 0 and 1 both mean no alignment.
  std::size_t alignment = 1;
};

/// Where an architecture's ABI puts the segment, seen from the thread pointer ("ELF Handling For
/// Thread-Local Storage", variants I and II; RISC-V psABI).
struct TlsAbi {
  /// Bytes that belong to the runtime from the thread pointer on.
  std::size_t control_size;
  /// Places for the segment.
  enum class Segment : unsigned {
    /// Behind those bytes, aligned.
    after_control,
    /// From the thread pointer on.
    at_thread_pointer,
    /// Ends at the thread pointer.
    before_thread_pointer
  } segment;  ///< where the segment is
};

/// Two words from the thread pointer on, then the segment.
inline constexpr TlsAbi aarch64_tls{16, TlsAbi::Segment::after_control};
/// The segment from the thread pointer on, nothing else.
inline constexpr TlsAbi riscv64_tls{0, TlsAbi::Segment::at_thread_pointer};
/// The segment ends at the thread pointer. There, at 0, is the thread pointer's own value and, at
/// 0x28, the canary of -fstack-protector.
inline constexpr TlsAbi x86_64_tls{48, TlsAbi::Segment::before_thread_pointer};

/// The plan of one thread's block: offsets are from its start.
struct TlsLayout {
  /// In bytes, with the part that belongs to the runtime.
  std::size_t size;
  /// Of the block's start, in bytes; a power of two, at least 16.
  std::size_t alignment;
  /// To the first of the thread-local variables.
  std::size_t segment_offset;
  /// To where the thread pointer points.
  std::size_t thread_pointer_offset;

  friend constexpr bool operator==(const TlsLayout&, const TlsLayout&) noexcept = default;
};

/// A layout, or why there is none.
struct TlsPlan {
  /// `none` if there is a layout.
  TlsError error;
  /// Meaningless if there is an error.
  TlsLayout layout;
};

/// Plans a block for `segment`: tls_layout() for code that must stay small.
///
/// The linker has fixed the distance between thread pointer and segment; it is computed here as
/// linkers do, for any address and size of the segment. Some linkers round the size of the segment
/// up to its alignment and some (GNU ld) do not, so nothing here relies on that.
[[nodiscard]] constexpr TlsPlan plan_tls(const TlsSegment& segment, const TlsAbi& abi) noexcept {
  // Stacks want 16, and the thread pointer a word.
  constexpr std::size_t least_alignment = 16;
  constexpr std::size_t limit = std::size_t{1} << (std::numeric_limits<std::size_t>::digits - 3);

  TlsPlan plan{};
  TlsLayout& layout = plan.layout;
  const std::size_t align = std::max<std::size_t>(segment.alignment, 1);
  const std::size_t mask = align - 1;
  layout.alignment = std::max(align, least_alignment);
  if ((align & mask) != 0) {
    plan.error = TlsError::alignment;
  } else if (segment.file_size > segment.memory_size) {
    plan.error = TlsError::file_size;
  } else if (align > limit || segment.memory_size > limit) {
    plan.error = TlsError::size;
  } else if (abi.segment == TlsAbi::Segment::before_thread_pointer) {
    const std::size_t distance =
        segment.memory_size + ((0 - segment.address - segment.memory_size) & mask);
    layout.thread_pointer_offset = (distance + layout.alignment - 1) & ~(layout.alignment - 1);
    layout.segment_offset = layout.thread_pointer_offset - distance;
    layout.size = layout.thread_pointer_offset + abi.control_size;
  } else {
    layout.segment_offset = abi.control_size + ((segment.address - abi.control_size) & mask);
    layout.size = layout.segment_offset + segment.memory_size;
  }
  return plan;
}

/// Plans a block for `segment`.
[[nodiscard]] constexpr Result<TlsLayout, TlsError> tls_layout(const TlsSegment& segment,
                                                               const TlsAbi& abi) noexcept {
  const TlsPlan plan = plan_tls(segment, abi);
  if (plan.error != TlsError::none) return Failure{plan.error};
  return plan.layout;
}

}  // namespace sel4::runtime
