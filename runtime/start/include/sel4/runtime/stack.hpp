// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/runtime/image.hpp>

#include <cstddef>

namespace sel4::runtime {

/// How the stack pointer is aligned at calls, on all architectures here.
inline constexpr std::size_t stack_alignment = 16;

/// Room for a stack of `Size` bytes with a page below it that is meant to be unmapped, so that an
/// overflow faults instead of writing over other variables.
template <std::size_t Size>
struct alignas(page_size) GuardedStack {
  static_assert(Size >= 1024 && Size % stack_alignment == 0,
                "a stack has at least 1024 bytes, and a multiple of 16");
  /// To be left unmapped.
  std::byte guard[page_size];
  /// What the thread uses, from its end downwards.
  std::byte room[Size];
};

/// A stack, lowest address first. The page below `bottom` is its guard.
struct StackBounds {
  /// The lowest byte in use.
  std::byte* bottom;
  /// One past the highest: where the stack starts.
  std::byte* top;
};

}  // namespace sel4::runtime

extern "C" {
/// The stack of the initial thread; the program defines it (SEL4_ROOT_TASK does).
extern const sel4::runtime::StackBounds sel4_initial_stack;
}
