// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

  .text
  .globl sel4_test_undefined
  .type sel4_test_undefined, %function
sel4_test_undefined:
  .inst 0
  ret

  .globl sel4_test_breakpoint
  .type sel4_test_breakpoint, %function
sel4_test_breakpoint:
  brk #1
  ret

  .globl sel4_test_syscall
  .globl sel4_test_trap
  .type sel4_test_syscall, %function
sel4_test_syscall:
  mov x7, x1
sel4_test_trap:
  svc #0
  ret

  .globl sel4_test_spin
  .type sel4_test_spin, %function
sel4_test_spin:
  b sel4_test_spin

  .section .note.GNU-stack, "", %progbits
