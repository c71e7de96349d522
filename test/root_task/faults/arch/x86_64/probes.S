# SPDX-License-Identifier: BSD-2-Clause
# SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

  .text
  .globl sel4_test_undefined
  .type sel4_test_undefined, @function
sel4_test_undefined:
  ud2
  ret

  .globl sel4_test_breakpoint
  .type sel4_test_breakpoint, @function
sel4_test_breakpoint:
  int3
  ret

  .globl sel4_test_divide
  .type sel4_test_divide, @function
sel4_test_divide:
  div %rdx
  ret

  # The kernel does not keep the stack pointer.
  .globl sel4_test_syscall
  .globl sel4_test_trap
  .type sel4_test_syscall, @function
sel4_test_syscall:
  push %rbx
  mov %rsi, %rdx
  mov %rsp, %rbx
sel4_test_trap:
  syscall
  mov %rbx, %rsp
  pop %rbx
  ret

  .globl sel4_test_spin
  .type sel4_test_spin, @function
sel4_test_spin:
  jmp sel4_test_spin

  .section .note.GNU-stack, "", @progbits
