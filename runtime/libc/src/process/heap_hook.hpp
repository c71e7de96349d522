// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <cstddef>

/// The heap's functions, if the program has a heap: SEL4_STATIC_HEAP (sel4/static_heap.h) defines
/// them. A weak reference to malloc() itself would not do: where anything else has brought malloc()
/// in to be dropped again, that reference would keep it.
extern "C" {
struct sel4_heap_functions {
  void* (*allocate)(std::size_t bytes);
  void (*release)(void* block);
};
[[gnu::weak]] extern const sel4_heap_functions sel4_heap_functions;
}
