// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// Where the kernel starts the initial thread: rdi is its argument, nothing else is there.

    .cfi_sections .debug_frame
    .section .text._start, "ax", @progbits
    .global _start
    .type _start, @function
_start:
    .cfi_startproc
    .cfi_undefined rip
    // The stack's top is aligned to 16 and the call pushes 8, as the ABI has it at a function's start.
    movq sel4_initial_stack + 8(%rip), %rsp
    xorl %ebp, %ebp
    call sel4_runtime_enter
    ud2
    .cfi_endproc
    .size _start, . - _start

    .section .note.GNU-stack, "", @progbits
