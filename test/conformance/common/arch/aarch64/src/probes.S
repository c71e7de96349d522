// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// Pieces of program that touch no memory but what they are told to, in a page of their own, so that
// it can be mapped elsewhere. Each ends with a system call that does not exist: its fault shows the
// registers.

  .section .text.sel4_probes, "ax", %progbits
  .balign 4096
  .globl sel4_probes
sel4_probes:

  // The system call that the registers say.
  .globl sel4_probe_syscall
sel4_probe_syscall:
  svc #0
  b finish

  // The same with another immediate.
  .globl sel4_probe_trap
sel4_probe_trap:
  svc #0x55
  b finish

  .globl sel4_probe_undefined
sel4_probe_undefined:
  .inst 0
  b finish

  .globl sel4_probe_breakpoint
sel4_probe_breakpoint:
  brk #1
  b finish

  // A word from the first argument's address, into the first argument.
  .globl sel4_probe_load
sel4_probe_load:
  ldr x0, [x0]
  b finish

  // The second argument to the first argument's address.
  .globl sel4_probe_store
sel4_probe_store:
  str x1, [x0]
  b finish

  // To the first argument's address.
  .globl sel4_probe_jump
sel4_probe_jump:
  adr x30, finish
  br x0

  // A register that is not for programs.
  .globl sel4_probe_privileged
sel4_probe_privileged:
  mrs x0, sctlr_el1
  b finish

  .globl sel4_probe_float
sel4_probe_float:
  fmov d0, #1.0
  fmov x0, d0
  b finish

  .globl sel4_probe_spin
sel4_probe_spin:
  b sel4_probe_spin

  .globl sel4_probe_finish
sel4_probe_finish:
finish:
  mov x7, #1000
  svc #0
  b finish

  // What a page that is jumped to may hold: back again.
  .globl sel4_probe_return
sel4_probe_return:
  ret

  .balign 4096
  .globl sel4_probes_end
sel4_probes_end:

  .section .note.GNU-stack, "", %progbits
