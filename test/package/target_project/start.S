// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// Enough to link: nothing runs it.
  .section .text._start, "ax"
  .globl _start
_start:
#if defined(__aarch64__)
  b program_main
#elif defined(__riscv)
  tail program_main
#else
  jmp program_main
#endif
  .section .note.GNU-stack, "", %progbits
