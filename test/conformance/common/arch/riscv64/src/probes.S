# SPDX-License-Identifier: BSD-2-Clause
# SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

# Pieces of program that touch no memory but what they are told to, in a page of their own, so that
# it can be mapped elsewhere. Each ends with a system call that does not exist: its fault shows the
# registers.

  .section .text.sel4_probes, "ax", @progbits
  .option norvc
  .option norelax
  .balign 4096
  .globl sel4_probes
sel4_probes:

  # The system call that the registers say.
  .globl sel4_probe_syscall
sel4_probe_syscall:
  ecall
  j finish

  # There is only one instruction for it here.
  .globl sel4_probe_trap
sel4_probe_trap:
  ecall
  j finish

  .globl sel4_probe_undefined
sel4_probe_undefined:
  .word 0xc0001073
  j finish

  .globl sel4_probe_breakpoint
sel4_probe_breakpoint:
  ebreak
  j finish

  # A word from the first argument's address, into the first argument.
  .globl sel4_probe_load
sel4_probe_load:
  ld a0, 0(a0)
  j finish

  # The second argument to the first argument's address.
  .globl sel4_probe_store
sel4_probe_store:
  sd a1, 0(a0)
  j finish

  # To the first argument's address.
  .globl sel4_probe_jump
sel4_probe_jump:
  la ra, finish
  jr a0

  # A register that is not for programs.
  .globl sel4_probe_privileged
sel4_probe_privileged:
  csrr a0, sscratch
  j finish

  .globl sel4_probe_float
sel4_probe_float:
  fcvt.d.w ft0, zero
  fmv.x.d a0, ft0
  j finish

  .globl sel4_probe_spin
sel4_probe_spin:
  j sel4_probe_spin

  .globl sel4_probe_finish
sel4_probe_finish:
finish:
  li a7, 1000
  ecall
  j finish

  # What a page that is jumped to may hold: back again.
  .globl sel4_probe_return
sel4_probe_return:
  ret

  .balign 4096
  .globl sel4_probes_end
sel4_probes_end:

  .section .note.GNU-stack, "", @progbits
