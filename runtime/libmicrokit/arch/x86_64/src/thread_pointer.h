// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <microkit.h>

/// Makes the variables that end at `end` the thread's thread-local ones. The word there holds its own
/// address; the linker script leaves room for it.
static inline void set_thread_pointer(char* start, char* end) {
  (void)start;
  *(char**)(void*)end = end;
#ifdef CONFIG_SET_TLS_BASE_SELF
  seL4_SetTLSBase((seL4_Word)end);
#else
  __asm__ volatile("wrfsbase %0" : : "r"(end) : "memory");
#endif
}
