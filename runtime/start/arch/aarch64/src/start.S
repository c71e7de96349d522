// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// Where the kernel starts the initial thread: x0 is its argument, nothing else is there.

    .cfi_sections .debug_frame
    .section .text._start, "ax", %progbits
    .global _start
    .type _start, %function
_start:
    .cfi_startproc
    .cfi_undefined x30
    adrp x9, sel4_initial_stack
    add x9, x9, :lo12:sel4_initial_stack
    ldr x9, [x9, #8]
    mov sp, x9
    mov x29, xzr
    mov x30, xzr
    bl sel4_runtime_enter
    brk #0
    .cfi_endproc
    .size _start, . - _start

    .section .note.GNU-stack, "", %progbits
