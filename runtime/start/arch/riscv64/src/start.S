// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// Where the kernel starts the initial thread: a0 is its argument, nothing else is there.

    .cfi_sections .debug_frame
    .section .text._start, "ax", %progbits
    .global _start
    .type _start, %function
_start:
    .cfi_startproc
    .cfi_undefined ra
    // Before gp is set, nothing may be addressed relative to it.
    .option push
    .option norelax
    lla gp, __global_pointer$
    .option pop
    lla t0, sel4_initial_stack
    ld sp, 8(t0)
    li s0, 0
    li ra, 0
    call sel4_runtime_enter
    ebreak
    .cfi_endproc
    .size _start, . - _start

    .section .note.GNU-stack, "", %progbits
