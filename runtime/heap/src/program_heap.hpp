// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <cstddef>

/// The program's heap, locked.
namespace sel4::detail {
void* heap_allocate(std::size_t bytes, std::size_t alignment) noexcept;
void* heap_reallocate(void* block, std::size_t bytes) noexcept;
void heap_free(void* block) noexcept;

/// Panics with "out of heap memory (requested N bytes)".
[[noreturn]] void out_of_heap_memory(std::size_t bytes) noexcept;
}  // namespace sel4::detail
