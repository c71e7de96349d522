/* SPDX-License-Identifier: BSD-2-Clause */
/* SPDX-FileCopyrightText: 2026 the cpp-sel4 authors */

/*
 * Ways into and out of the kernel. While a program runs, sscratch points to the registers of its
 * thread (sel4::kernel::arch::Context, which is where the TCB begins), else it is zero.
 */

#define CONTEXT_PC 0
#define CONTEXT_SP 16
#define CONTEXT_T0 192

        .text
        .balign 4
        .global trap_entry
trap_entry:
        csrrw   sp, sscratch, sp
        beqz    sp, 1f
        sd      ra, 8(sp)
        sd      gp, 24(sp)
        sd      s0, 32(sp)
        sd      s1, 40(sp)
        sd      s2, 48(sp)
        sd      s3, 56(sp)
        sd      s4, 64(sp)
        sd      s5, 72(sp)
        sd      s6, 80(sp)
        sd      s7, 88(sp)
        sd      s8, 96(sp)
        sd      s9, 104(sp)
        sd      s10, 112(sp)
        sd      s11, 120(sp)
        sd      a0, 128(sp)
        sd      a1, 136(sp)
        sd      a2, 144(sp)
        sd      a3, 152(sp)
        sd      a4, 160(sp)
        sd      a5, 168(sp)
        sd      a6, 176(sp)
        sd      a7, 184(sp)
        sd      t0, 192(sp)
        sd      t1, 200(sp)
        sd      t2, 208(sp)
        sd      t3, 216(sp)
        sd      t4, 224(sp)
        sd      t5, 232(sp)
        sd      t6, 240(sp)
        sd      tp, 248(sp)
        csrrw   t0, sscratch, zero
        csrr    t1, sepc
        sd      t0, CONTEXT_SP(sp)
        sd      t1, CONTEXT_PC(sp)
        csrr    a0, scause
        lla     sp, kernel_stack_top
        call    kernel_trap
        .global return_to_user
return_to_user:
        mv      sp, a0
        ld      t0, CONTEXT_PC(sp)
        csrw    sscratch, sp
        csrw    sepc, t0
        ld      t0, CONTEXT_T0(sp)
        ld      ra, 8(sp)
        ld      gp, 24(sp)
        ld      s0, 32(sp)
        ld      s1, 40(sp)
        ld      s2, 48(sp)
        ld      s3, 56(sp)
        ld      s4, 64(sp)
        ld      s5, 72(sp)
        ld      s6, 80(sp)
        ld      s7, 88(sp)
        ld      s8, 96(sp)
        ld      s9, 104(sp)
        ld      s10, 112(sp)
        ld      s11, 120(sp)
        ld      a0, 128(sp)
        ld      a1, 136(sp)
        ld      a2, 144(sp)
        ld      a3, 152(sp)
        ld      a4, 160(sp)
        ld      a5, 168(sp)
        ld      a6, 176(sp)
        ld      a7, 184(sp)
        ld      t1, 200(sp)
        ld      t2, 208(sp)
        ld      t3, 216(sp)
        ld      t4, 224(sp)
        ld      t5, 232(sp)
        ld      t6, 240(sp)
        ld      tp, 248(sp)
        ld      sp, CONTEXT_SP(sp)
        sret
1:      lla     sp, kernel_stack_top
        call    kernel_died

/* void save_fpu_registers(FpuState*), void load_fpu_registers(const FpuState*) */
        .option push
        .option arch, +d
        .macro  each_register instruction
        \instruction f0, 0(a0)
        \instruction f1, 8(a0)
        \instruction f2, 16(a0)
        \instruction f3, 24(a0)
        \instruction f4, 32(a0)
        \instruction f5, 40(a0)
        \instruction f6, 48(a0)
        \instruction f7, 56(a0)
        \instruction f8, 64(a0)
        \instruction f9, 72(a0)
        \instruction f10, 80(a0)
        \instruction f11, 88(a0)
        \instruction f12, 96(a0)
        \instruction f13, 104(a0)
        \instruction f14, 112(a0)
        \instruction f15, 120(a0)
        \instruction f16, 128(a0)
        \instruction f17, 136(a0)
        \instruction f18, 144(a0)
        \instruction f19, 152(a0)
        \instruction f20, 160(a0)
        \instruction f21, 168(a0)
        \instruction f22, 176(a0)
        \instruction f23, 184(a0)
        \instruction f24, 192(a0)
        \instruction f25, 200(a0)
        \instruction f26, 208(a0)
        \instruction f27, 216(a0)
        \instruction f28, 224(a0)
        \instruction f29, 232(a0)
        \instruction f30, 240(a0)
        \instruction f31, 248(a0)
        .endm
        .global save_fpu_registers
save_fpu_registers:
        each_register fsd
        frcsr   a1
        sd      a1, 256(a0)
        ret
        .global load_fpu_registers
load_fpu_registers:
        each_register fld
        ld      a1, 256(a0)
        fscsr   a1
        ret
        .option pop

/* From the loader: its six arguments stay in a0 to a5. */
        .section .boot.entry, "ax"
        .global _start
_start:
        csrw    sie, zero
        csrw    sscratch, zero
        lla     sp, kernel_stack_top
        call    kernel_start
        j       return_to_user

        .bss
        .balign 4096
        .skip   16384
        .global kernel_stack_top
kernel_stack_top:
        .skip   16
