// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <microkit.h>

/// Makes the variables from `start` on the thread's thread-local ones.
static inline void set_thread_pointer(char* start, char* end) {
  (void)end;
  __asm__ volatile("mv tp, %0" : : "r"(start) : "memory");
}
