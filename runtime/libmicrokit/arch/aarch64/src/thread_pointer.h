// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <microkit.h>

/// Makes the variables from `start` on the thread's thread-local ones. They come after two words that
/// nothing uses, aligned to 64 by the linker script.
static inline void set_thread_pointer(char* start, char* end) {
  (void)end;
  __asm__ volatile("msr tpidr_el0, %0" : : "r"((seL4_Word)start - 64) : "memory");
}
