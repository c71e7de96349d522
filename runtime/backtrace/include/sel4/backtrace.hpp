// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <cstdint>
#include <span>

namespace sel4 {

/// The calling thread's stack, innermost first: puts return addresses into `frames` and returns the
/// part that was filled. The first one is in the caller of this function. In the unwind variant
/// from the unwind tables; in the others from frame pointers, which only code that is compiled with
/// -fno-omit-frame-pointer keeps: what comes after a function without them is wrong or missing,
/// never a fault. Uses no heap.
std::span<std::uintptr_t> backtrace(std::span<std::uintptr_t> frames) noexcept;

/// Prints `frames` in the form that the host's command sel4-symbolize reads, one line:
///
///     backtrace IMAGE: 0x401a2c 0x4011f0 (2 frames, check 9d3f0a11)
///
/// IMAGE is the program's name (SEL4_IMAGE_NAME), or - if it has none. The line goes out by one
/// call of print(), so that other threads' output can split it only where the console itself does;
/// the count and the check (FNV-1a, 32 bits, over the addresses' eight bytes each, lowest first)
/// tell the reader when that happened.
void print_backtrace(std::span<const std::uintptr_t> frames) noexcept;

/// Prints the calling thread's stack, at most 40 frames.
void print_backtrace() noexcept;

}  // namespace sel4

extern "C" {
/// The program's name in backtraces; weak, so that it need not exist.
[[gnu::weak]] extern const char sel4_image_name[];
}

/// Names the program in its backtraces. Once, at namespace scope.
#define SEL4_IMAGE_NAME(name) extern "C" const char sel4_image_name[] = name
