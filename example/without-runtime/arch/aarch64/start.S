// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// The kernel enters here with the address of bootinfo in x0.
    .section .text._start, "ax"
    .global _start
    .type _start, %function
_start:
    adrp x9, stack_top
    add sp, x9, :lo12:stack_top
    mov x29, xzr
    mov x30, xzr
    b root_task_main
    .size _start, . - _start

    .section .bss.stack, "aw", %nobits
    .balign 16
    .space 4096
stack_top:
    .section .note.GNU-stack, "", %progbits
