// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// The kernel enters here with the address of bootinfo in rdi.
    .section .text._start, "ax"
    .global _start
    .type _start, @function
_start:
    leaq stack_top(%rip), %rsp
    xorl %ebp, %ebp
    // A call leaves the stack as the System V ABI has it at a function's entry.
    call root_task_main
    ud2
    .size _start, . - _start

    .section .bss.stack, "aw", @nobits
    .balign 16
    .space 4096
stack_top:
    .section .note.GNU-stack, "", @progbits
