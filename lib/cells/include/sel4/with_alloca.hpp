// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

namespace sel4 {

/// Calls `f` with `size` bytes of stack, aligned to `align` (a power of two), that are gone when
/// `f` returns, and returns what `f` returns. The bytes are not initialised. Whether the stack is
/// large enough is for the caller to know; stacks here end in a guard page, and programs built with
/// -fstack-clash-protection always meet it.
template <class F>
[[gnu::noinline]] decltype(auto) with_alloca(std::size_t size, std::size_t align, F&& f) {
  constexpr std::size_t alloca_alignment = 16;
  const std::size_t slack = align > alloca_alignment ? align - alloca_alignment : 0;
  auto* const storage = static_cast<std::byte*>(__builtin_alloca(size + slack));
  const std::size_t skipped = (0 - reinterpret_cast<std::uintptr_t>(storage)) & (align - 1);
  return std::forward<F>(f)(std::span<std::byte>{storage + skipped, size});
}

}  // namespace sel4
