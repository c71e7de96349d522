// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// For C and C++.

#pragma once

#include <stddef.h>
#include <stdlib.h>

#ifdef __cplusplus
extern "C" {
#endif

/// The memory of the program's heap. A program that uses malloc() or operator new and defines none
/// does not link, and the undefined symbol's name says why.
struct sel4_static_heap {
  void* begin;
  size_t size;
};
extern const struct sel4_static_heap sel4_no_heap__add_SEL4_STATIC_HEAP_to_the_program;

#ifdef __cplusplus
}
#endif

/// Gives the program a heap of `bytes` bytes for malloc(), operator new and all that is built on
/// them. Write it once, at file scope, in any source of the program.
#define SEL4_STATIC_HEAP(bytes)                                                       \
  static unsigned char sel4_static_heap_memory[(bytes)] __attribute__((aligned(16))); \
  SEL4_STATIC_HEAP_EXTERN_                                                            \
  const struct sel4_static_heap sel4_no_heap__add_SEL4_STATIC_HEAP_to_the_program = { \
      sel4_static_heap_memory, sizeof sel4_static_heap_memory};                       \
  SEL4_STATIC_HEAP_EXTERN_                                                            \
  const struct sel4_heap_functions sel4_heap_functions = {malloc, free}

/// How parts of the runtime that can do without a heap use it where there is one: a reference to
/// malloc() itself, even a weak one, would find the library's and ask the program for a heap.
struct sel4_heap_functions {
  void* (*allocate)(size_t bytes);
  void (*release)(void* block);
};

#ifdef __cplusplus
  #define SEL4_STATIC_HEAP_EXTERN_ extern "C"
#else
  #define SEL4_STATIC_HEAP_EXTERN_
#endif
