/* SPDX-License-Identifier: BSD-2-Clause */
/* SPDX-FileCopyrightText: 2026 the cpp-sel4 authors */

/*
 * Ways into and out of the kernel. While a program runs, SP_EL1 points to the registers of its
 * thread (sel4::kernel::arch::Context, which is where the TCB begins).
 */

#define CONTEXT_SP 248
#define CONTEXT_SPSR 264

        .text
        .macro  enter handler
        .balign 128
        stp     x0, x1, [sp, #0]
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
        mrs     x0, sp_el0
        mrs     x1, elr_el1
        mrs     x2, spsr_el1
        stp     x30, x0, [sp, #240]
        stp     x1, x2, [sp, #256]
        adrp    x3, kernel_stack_top
        mov     sp, x3
        bl      \handler
        b       return_to_user
        .endm

        .macro  die
        .balign 128
        adrp    x3, kernel_stack_top
        mov     sp, x3
        bl      kernel_died
        .endm

        .balign 2048
        .global exception_vectors
exception_vectors:
        .rept   8                       /* from the kernel itself */
        die
        .endr
        enter   kernel_synchronous      /* from 64-bit programs */
        enter   kernel_interrupt
        enter   kernel_interrupt
        die
        .rept   4                       /* from 32-bit programs, which there are none of */
        die
        .endr

        .balign 128
        .global return_to_user
return_to_user:
        mov     sp, x0
        ldp     x30, x0, [sp, #240]
        ldp     x1, x2, [sp, #256]
        msr     sp_el0, x0
        msr     elr_el1, x1
        msr     spsr_el1, x2
        ldp     x2, x3, [sp, #16]
        ldp     x4, x5, [sp, #32]
        ldp     x6, x7, [sp, #48]
        ldp     x8, x9, [sp, #64]
        ldp     x10, x11, [sp, #80]
        ldp     x12, x13, [sp, #96]
        ldp     x14, x15, [sp, #112]
        ldp     x16, x17, [sp, #128]
        ldp     x18, x19, [sp, #144]
        ldp     x20, x21, [sp, #160]
        ldp     x22, x23, [sp, #176]
        ldp     x24, x25, [sp, #192]
        ldp     x26, x27, [sp, #208]
        ldp     x28, x29, [sp, #224]
        ldp     x0, x1, [sp, #0]
        eret

/* void save_fpu_registers(FpuState*), void load_fpu_registers(const FpuState*) */
        .arch_extension fp
        .arch_extension simd
        .macro  each_pair instruction
        \instruction q0, q1, [x0, #0]
        \instruction q2, q3, [x0, #32]
        \instruction q4, q5, [x0, #64]
        \instruction q6, q7, [x0, #96]
        \instruction q8, q9, [x0, #128]
        \instruction q10, q11, [x0, #160]
        \instruction q12, q13, [x0, #192]
        \instruction q14, q15, [x0, #224]
        \instruction q16, q17, [x0, #256]
        \instruction q18, q19, [x0, #288]
        \instruction q20, q21, [x0, #320]
        \instruction q22, q23, [x0, #352]
        \instruction q24, q25, [x0, #384]
        \instruction q26, q27, [x0, #416]
        \instruction q28, q29, [x0, #448]
        \instruction q30, q31, [x0, #480]
        .endm
        .global save_fpu_registers
save_fpu_registers:
        each_pair stp
        mrs     x1, fpsr
        mrs     x2, fpcr
        add     x0, x0, #512
        stp     x1, x2, [x0]
        ret
        .global load_fpu_registers
load_fpu_registers:
        each_pair ldp
        add     x0, x0, #512
        ldp     x1, x2, [x0]
        msr     fpsr, x1
        msr     fpcr, x2
        ret

/* From the loader: its six arguments stay in x0 to x5. */
        .section .boot.entry, "ax"
        .global _start
_start:
        msr     daifset, #0xf
        adrp    x6, kernel_stack_top
        mov     sp, x6
        mov     x29, xzr
        mov     x30, xzr
        bl      kernel_start
        b       return_to_user

        .bss
        .balign 4096
        .skip   16384
        .global kernel_stack_top
kernel_stack_top:
        .skip   16
