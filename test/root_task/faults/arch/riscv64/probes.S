# SPDX-License-Identifier: BSD-2-Clause
# SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

  .text
  .option norvc
  .globl sel4_test_undefined
  .type sel4_test_undefined, @function
sel4_test_undefined:
  .word 0xc0001073
  ret

  .globl sel4_test_breakpoint
  .type sel4_test_breakpoint, @function
sel4_test_breakpoint:
  ebreak
  ret

  .globl sel4_test_syscall
  .globl sel4_test_trap
  .type sel4_test_syscall, @function
sel4_test_syscall:
  mv a7, a1
sel4_test_trap:
  ecall
  ret

  .globl sel4_test_spin
  .type sel4_test_spin, @function
sel4_test_spin:
  j sel4_test_spin

  .section .note.GNU-stack, "", @progbits
