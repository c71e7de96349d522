// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <cstddef>
#include <cstdint>

namespace sel4::backtrace_arch {

/// What a function that keeps a frame pointer leaves in its frame.
struct Record {
  /// The frame pointer that the calling function had.
  std::uintptr_t caller_frame;
  /// Where the function returns to; 0 in the outermost one.
  std::uintptr_t return_address;
};

/// What every frame pointer is a multiple of.
inline constexpr std::size_t alignment = 16;
/// How far the record reaches above the frame pointer.
inline constexpr std::size_t reach = 0;

/// The frame pointer points just above the record, the return address first below it.
inline Record record_at(std::uintptr_t frame) noexcept {
  const auto* const words = reinterpret_cast<const std::uintptr_t*>(frame);
  return {.caller_frame = words[-2], .return_address = words[-1]};
}

/// Makes the function that this is in keep a whole record, even if it calls no other: GCC then
/// stores the caller's frame pointer alone, in the place of the return address.
[[gnu::always_inline]] inline void keep_record() noexcept { __asm__ volatile("" : : : "ra"); }

}  // namespace sel4::backtrace_arch
