// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

/// Ends the program: for parts of the C++ runtime that a domain in C may use (abort()).
__attribute__((noreturn)) void sel4_runtime_halt(void);

void sel4_runtime_halt(void) {
  for (;;) __builtin_trap();
}
