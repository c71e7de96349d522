# SPDX-License-Identifier: BSD-2-Clause
# SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

# Pieces of program that touch no memory but what they are told to, in a page of their own, so that
# it can be mapped elsewhere. Each ends with a system call that does not exist: its fault shows the
# registers. They have no stack.

  .section .text.sel4_probes, "ax", @progbits
  .balign 4096
  .globl sel4_probes
sel4_probes:

  # The system call that the registers say.
  .globl sel4_probe_syscall
sel4_probe_syscall:
  syscall
  jmp finish

  # What is no system call here.
  .globl sel4_probe_trap
sel4_probe_trap:
  int $0x80
  jmp finish

  .globl sel4_probe_undefined
sel4_probe_undefined:
  ud2
  jmp finish

  .globl sel4_probe_breakpoint
sel4_probe_breakpoint:
  int3
  jmp finish

  # A word from the first argument's address, into the first argument.
  .globl sel4_probe_load
sel4_probe_load:
  movq (%rdi), %rdi
  jmp finish

  # The second argument to the first argument's address.
  .globl sel4_probe_store
sel4_probe_store:
  movq %rsi, (%rdi)
  jmp finish

  # To the first argument's address.
  .globl sel4_probe_jump
sel4_probe_jump:
  leaq finish(%rip), %rbx
  jmp *%rdi

  # A register that is not for programs.
  .globl sel4_probe_privileged
sel4_probe_privileged:
  movq %cr3, %rdi
  jmp finish

  .globl sel4_probe_float
sel4_probe_float:
  xorl %eax, %eax
  cvtsi2sdq %rax, %xmm0
  movq %xmm0, %rdi
  jmp finish

  .globl sel4_probe_spin
sel4_probe_spin:
  jmp sel4_probe_spin

  .globl sel4_probe_finish
sel4_probe_finish:
finish:
  movl $1000, %edx
  syscall
  jmp finish

  # What a page that is jumped to may hold: back again.
  .globl sel4_probe_return
sel4_probe_return:
  jmp *%rbx

  .balign 4096
  .globl sel4_probes_end
sel4_probes_end:

  .section .note.GNU-stack, "", @progbits
