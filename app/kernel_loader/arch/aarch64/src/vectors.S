/* SPDX-License-Identifier: BSD-2-Clause */
/* SPDX-FileCopyrightText: 2026 the cpp-sel4 authors */

/* Any exception in the loader is an error: save the registers, print them, stop. */

        .macro vector number
        .balign 128
        sub     sp, sp, #272
        stp     x0, x1, [sp]
        mov     x0, #\number
        b       exception_common
        .endm

        .section .text.vectors, "ax"
        .balign 2048
        .global exception_vectors
exception_vectors:
        .irp number, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15
        vector  \number
        .endr

        .balign 128
exception_common:
        stp     x2, x3, [sp, #16]
        stp     x4, x5, [sp, #32]
        stp     x6, x7, [sp, #48]
        stp     x8, x9, [sp, #64]
        stp     x10, x11, [sp, #80]
        stp     x12, x13, [sp, #96]
        stp     x14, x15, [sp, #112]
        stp     x16, x17, [sp, #128]
        stp     x18, x19, [sp, #144]
        stp     x20, x21, [sp, #160]
        stp     x22, x23, [sp, #176]
        stp     x24, x25, [sp, #192]
        stp     x26, x27, [sp, #208]
        stp     x28, x29, [sp, #224]
        str     x30, [sp, #240]
#if SEL4_LOADER_HYPERVISOR
        mrs     x2, esr_el2
        mrs     x3, elr_el2
        mrs     x4, far_el2
        mrs     x5, spsr_el2
#else
        mrs     x2, esr_el1
        mrs     x3, elr_el1
        mrs     x4, far_el1
        mrs     x5, spsr_el1
#endif
        mov     x1, sp
        b       report_exception
