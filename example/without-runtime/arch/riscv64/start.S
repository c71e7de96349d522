// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// The kernel enters here with the address of bootinfo in a0.
    .section .text._start, "ax"
    .global _start
    .type _start, @function
_start:
    .option push
    .option norelax
    la gp, __global_pointer$
    .option pop
    la sp, stack_top
    mv ra, zero
    mv s0, zero
    j root_task_main
    .size _start, . - _start

    .section .bss.stack, "aw", @nobits
    .balign 16
    .space 4096
stack_top:
    .section .note.GNU-stack, "", @progbits
