/* SPDX-License-Identifier: BSD-2-Clause */
/* SPDX-FileCopyrightText: 2026 the cpp-sel4 authors */

/*
 * Entry of the boot hart (a0: hart id, a1: device tree) and of the others (SBI HSM), supervisor
 * mode, MMU off. Position independent until the image is where it is linked.
 */

#include <loader/arch/asm_constants.h>

        .section .head, "ax"
        .option norelax
        .global _start
_start:
        /* The header that boot loaders look for in a RISC-V image; the image tool fills in
           text_offset and image_size. */
        .option push
        .option norvc
        j       entry
        nop
        .option pop
        .quad   0                       /* text_offset */
        .quad   0                       /* image_size */
        .quad   0                       /* little endian */
        .long   2                       /* version 0.2 */
        .long   0
        .quad   0
        .ascii  "RISCV\0\0\0"
        .ascii  "RSC\x05"
        .long   0

        /* sel4::payload::LoaderInfo */
        .quad   0x0a72646c346c6573
        .long   1
        .long   243
        .quad   _start
        .quad   loader_payload
        .quad   kernel_phys_start
        .quad   kernel_phys_end
        .long   0
        .long   SEL4_LOADER_MAX_CORES

entry:
        csrw    sie, zero
        csrw    satp, zero
        /* Firmware without HSM sends all harts here at once: the first one wins. */
        lla     t0, boot_lottery
        li      t1, 1
        amoadd.w t0, t1, (t0)
        bnez    t0, park
        call    relocate
        .option push
        .option norelax
        lla     gp, __global_pointer$
        .option pop
        lla     t0, exception_entry
        csrw    stvec, t0
        lla     t0, bss_start
        lla     t1, bss_end
1:      bgeu    t0, t1, 2f
        sd      zero, 0(t0)
        sd      zero, 8(t0)
        addi    t0, t0, 16
        j       1b
2:      lla     sp, loader_stacks
        li      t0, STACK_SIZE
        add     sp, sp, t0
        call    loader_main
park:   wfi
        j       park

        .text
        .global secondary_entry
secondary_entry:
        csrw    sie, zero
        lla     gp, __global_pointer$
        lla     t0, exception_entry
        csrw    stvec, t0
        lla     t0, starting_core
        ld      sp, 0(t0)
        ld      a0, 8(t0)
        call    secondary_main
        j       park

        .section .head, "ax"
/* Moves image and payload to where they are linked, if they run elsewhere, and continues there.
   Preserves a0 and a1. Part of the first page. */
relocate:
        lla     t0, _start
        lla     t1, link_address_word
        ld      t1, 0(t1)
        beq     t0, t1, 9f
        lla     t2, payload_address_word
        ld      t2, 0(t2)
        sub     t2, t2, t1              /* image with bss */
        add     t3, t0, t2
        ld      t4, 0(t3)
        lla     t5, payload_magic_word
        ld      t5, 0(t5)
        bne     t4, t5, park
        ld      t4, PAYLOAD_SIZE_OFFSET(t3)
        add     t4, t4, t2              /* bytes to move, a multiple of 8 */
        sub     t5, t1, t0              /* how far */
        bgeu    t0, t1, 4f
        /* Upwards: from the end. */
        li      t3, 4096                /* this code must not overwrite itself */
        bltu    t5, t3, park
1:      addi    t4, t4, -8
        add     t2, t0, t4
        ld      t3, 0(t2)
        add     t2, t1, t4
        sd      t3, 0(t2)
        bnez    t4, 1b
        j       8f
        /* Downwards: the first page carries this code; copy it, and go on from the copy. */
4:      li      t6, 4096
        neg     t2, t5
        bltu    t2, t6, park
        li      a2, 0
5:      add     t2, t0, a2
        ld      t3, 0(t2)
        add     t2, t1, a2
        sd      t3, 0(t2)
        addi    a2, a2, 8
        bltu    a2, t6, 5b
        fence.i
        lla     t2, 6f
        add     t2, t2, t5
        jr      t2
6:      add     t2, t0, a2
        ld      t3, 0(t2)
        add     t2, t1, a2
        sd      t3, 0(t2)
        addi    a2, a2, 8
        bltu    a2, t4, 6b
8:      fence   rw, rw
        fence.i
        add     ra, ra, t5
9:      ret

        .balign 8
link_address_word:
        .quad   _start
payload_address_word:
        .quad   loader_payload
payload_magic_word:
        .quad   PAYLOAD_MAGIC

        .text
/* [[noreturn]] void restart_on_hart(hart, device tree): starts over there and stops this hart,
   which must not touch the stack once the other runs. */
        .global restart_on_hart
restart_on_hart:
        lla     t0, boot_lottery
        sw      zero, 0(t0)
        fence   rw, rw
        mv      a2, a1
        lla     a1, _start
        li      a7, SBI_HSM
        li      a6, SBI_HART_START
        ecall
        li      a7, SBI_HSM
        li      a6, SBI_HART_STOP
        ecall
        j       park

/* [[noreturn]] void jump_to_kernel(const KernelArguments*, entry, core, hart, satp) */
        .global jump_to_kernel
jump_to_kernel:
        mv      t0, a0
        mv      t1, a1
        mv      a7, a2
        mv      a6, a3
        mv      t2, a4
        ld      a0, 0(t0)
        ld      a1, 8(t0)
        ld      a2, 16(t0)
        ld      a3, 24(t0)
        ld      a4, 32(t0)
        ld      a5, 40(t0)
        fence   rw, rw
        fence.i
        sfence.vma
        csrw    satp, t2
        sfence.vma
        jr      t1

/* Any exception in the loader is an error. */
        .balign 4
exception_entry:
        csrr    a0, scause
        csrr    a1, sepc
        csrr    a2, stval
        mv      a3, sp
        mv      a4, ra
        call    report_exception

        .data
        .balign 8
        .global boot_lottery
boot_lottery:
        .quad   0

        .section .noinit, "aw", %nobits
        .balign 16
        .global loader_stacks
loader_stacks:
        .skip   STACK_SIZE * SEL4_LOADER_MAX_CORES
