/* SPDX-License-Identifier: BSD-2-Clause */
/* SPDX-FileCopyrightText: 2026 the cpp-sel4 authors */

/*
 * Entry of the boot core and of the others, up to C++ with a stack, MMU off, at the exception level
 * that the kernel wants. Position independent until the image is where it is linked.
 */

#include <loader/arch/asm_constants.h>

        .section .head, "ax"
        .global _start
_start:
        /* The header that boot loaders look for in an arm64 image; the image tool fills in
           text_offset and image_size. */
        b       entry
        .long   0
        .quad   0                       /* text_offset */
        .quad   0                       /* image_size */
        .quad   2                       /* little endian, 4 KiB pages */
        .quad   0, 0, 0
        .ascii  "ARM\x64"
        .long   0

        /* sel4::payload::LoaderInfo */
        .quad   0x0a72646c346c6573
        .long   1
        .long   183
        .quad   _start
        .quad   loader_payload
        .quad   kernel_phys_start
        .quad   kernel_phys_end
        .long   SEL4_LOADER_HYPERVISOR
        .long   SEL4_LOADER_MAX_CORES

entry:
        msr     daifset, #0xf
        mov     x20, x0
        /* Firmware that starts every core here means the first one to boot. */
        mrs     x0, mpidr_el1
        and     x0, x0, #0xffffff
        cbnz    x0, park
        bl      relocate
        /* Whatever ran before may have left the image dirty in caches; with the MMU off we would
           read and write behind them. */
        adrp    x0, _start
        adrp    x1, loader_payload
        bl      clean_invalidate_range
        bl      prepare_exception_level
        mov     x19, x0
        adrp    x0, bss_start
        add     x0, x0, :lo12:bss_start
        adrp    x1, bss_end
        add     x1, x1, :lo12:bss_end
1:      cmp     x0, x1
        b.hs    2f
        stp     xzr, xzr, [x0], #16
        b       1b
2:      adrp    x0, loader_stacks + STACK_SIZE
        add     x0, x0, :lo12:loader_stacks + STACK_SIZE
        mov     sp, x0
        mov     x29, xzr
        mov     x0, x19
        mov     x1, x20
        bl      loader_main
park:   wfe
        b       park

        .text
        .global secondary_entry
secondary_entry:
        msr     daifset, #0xf
        bl      prepare_exception_level
        adrp    x1, starting_core
        add     x1, x1, :lo12:starting_core
        ldp     x2, x19, [x1]           /* stack top, logical core */
        ldp     x0, x1, [x1, #16]       /* translation table roots */
        mov     sp, x2
        mov     x29, xzr
        bl      enable_mmu
        mov     x0, x19
        bl      secondary_main
        b       park

        .section .head, "ax"
/*
 * Moves image and payload to where they are linked, if they run elsewhere, and continues there.
 * Preserves x19 and up. Part of the first page, with all that it calls.
 */
relocate:
        adr     x1, _start
        ldr     x2, =_start
        cmp     x1, x2
        b.eq    9f
        /* The length is only known from the payload's head: magic and payload_size. */
        ldr     x3, =loader_payload
        sub     x3, x3, x2              /* image with bss */
        add     x4, x1, x3
        ldr     x5, [x4]
        ldr     x6, =PAYLOAD_MAGIC
        cmp     x5, x6
        b.ne    park
        ldr     x5, [x4, #PAYLOAD_SIZE_OFFSET]
        add     x5, x5, x3              /* bytes to move, a multiple of 8 */
        subs    x6, x2, x1
        cneg    x7, x6, mi
        cmp     x7, #4096               /* this code must not overwrite itself */
        b.lo    park
        cmp     x2, x1
        b.hi    5f
        /* Downwards: the first page carries this code; copy it, and go on from the copy. */
        mov     x8, #0
1:      ldr     x9, [x1, x8]
        str     x9, [x2, x8]
        add     x8, x8, #8
        cmp     x8, #4096
        b.lo    1b
        mov     x10, x1
        mov     x11, x2
        mov     x12, x5
        mov     x13, x30
        mov     x0, x2
        add     x1, x2, #4096
        bl      clean_invalidate_range
        adr     x9, 3f
        add     x9, x9, x6
        ic      iallu
        dsb     sy
        isb
        br      x9
3:      mov     x8, #4096
4:      ldr     x9, [x10, x8]
        str     x9, [x11, x8]
        add     x8, x8, #8
        cmp     x8, x12
        b.lo    4b
        mov     x2, x11
        mov     x5, x12
        mov     x30, x13
        b       7f
        /* Upwards: from the end. */
5:      mov     x8, x5
6:      sub     x8, x8, #8
        ldr     x9, [x1, x8]
        str     x9, [x2, x8]
        cbnz    x8, 6b
7:      mov     x13, x30
        mov     x14, x6
        mov     x0, x2
        add     x1, x2, x5
        bl      clean_invalidate_range
        ic      iallu
        dsb     sy
        isb
        /* Return to the caller's place in the moved image. */
        add     x30, x13, x14
9:      ret

/* Cleans and invalidates [x0, x1) to the point of coherency. Clobbers x2, x3. */
        .global clean_invalidate_range
clean_invalidate_range:
        mrs     x2, ctr_el0
        ubfx    x2, x2, #16, #4
        mov     x3, #4
        lsl     x2, x3, x2
        sub     x3, x2, #1
        bic     x0, x0, x3
1:      cmp     x0, x1
        b.hs    2f
        dc      civac, x0
        add     x0, x0, x2
        b       1b
2:      dsb     sy
        ret

        .text
/*
 * Brings the core to EL2 for a hypervisor kernel or EL1 for another, with the MMU off and the
 * vectors set. Returns the exception level it came from in x0. Clobbers x1 to x4.
 */
prepare_exception_level:
        mov     x4, x30
        mrs     x3, CurrentEL
        lsr     x3, x3, #2
        cmp     x3, #3
        b.ne    at_el2_or_el1
        mov     x0, #SCR_EL3_LOWER_IS_NONSECURE_AARCH64
        msr     scr_el3, x0
        msr     cptr_el3, xzr
        msr     mdcr_el3, xzr
        mrs     x0, id_aa64pfr0_el1
        tst     x0, #0xf00
        mov     x1, #SPSR_EL2H
        mov     x2, #SPSR_EL1H
        csel    x1, x1, x2, ne
        msr     spsr_el3, x1
        ldr     x1, =SCTLR_EL1_OFF
        msr     sctlr_el1, x1
        b.eq    1f
        ldr     x1, =SCTLR_EL2_OFF
        msr     sctlr_el2, x1
1:      adr     x1, at_el2_or_el1
        msr     elr_el3, x1
        isb
        eret

at_el2_or_el1:
        mrs     x0, CurrentEL
        lsr     x0, x0, #2
        cmp     x0, #2
        b.ne    at_el1
        ldr     x1, =SCTLR_EL2_OFF
        msr     sctlr_el2, x1
        isb
        mov     x1, #HCR_EL2_RW
        msr     hcr_el2, x1
        mov     x1, #CPTR_EL2_NO_TRAPS
        msr     cptr_el2, x1
        msr     cntvoff_el2, xzr
        mov     x1, #3                  /* EL1 may use the physical counter and timer */
        msr     cnthctl_el2, x1
        isb
#if SEL4_LOADER_HYPERVISOR
        adrp    x1, exception_vectors
        add     x1, x1, :lo12:exception_vectors
        msr     vbar_el2, x1
        b       level_reached
#else
        msr     hstr_el2, xzr
        msr     vttbr_el2, xzr
        mrs     x1, midr_el1
        msr     vpidr_el2, x1
        mrs     x1, mpidr_el1
        msr     vmpidr_el2, x1
        mrs     x1, id_aa64dfr0_el1     /* leave all event counters to EL1 */
        ubfx    x1, x1, #8, #4
        cbz     x1, 1f
        mrs     x1, pmcr_el0
        ubfx    x1, x1, #11, #5
1:      msr     mdcr_el2, x1
        mrs     x1, id_aa64pfr0_el1     /* GICv3 registers for EL1 */
        ubfx    x1, x1, #24, #4
        cbz     x1, 2f
        mov     x1, #0xf
        msr     S3_4_C12_C9_5, x1       /* ICC_SRE_EL2 */
        isb
        msr     S3_4_C12_C11_0, xzr     /* ICH_HCR_EL2 */
2:      ldr     x1, =SCTLR_EL1_OFF
        msr     sctlr_el1, x1
        mov     x1, #SPSR_EL1H
        msr     spsr_el2, x1
        adr     x1, at_el1
        msr     elr_el2, x1
        isb
        eret
#endif

at_el1:
        ldr     x1, =SCTLR_EL1_OFF
        msr     sctlr_el1, x1
        adrp    x1, exception_vectors
        add     x1, x1, :lo12:exception_vectors
        msr     vbar_el1, x1
level_reached:
        isb
        mov     x0, x3
        ret     x4

/* void enable_mmu(std::uint64_t root_low, std::uint64_t root_high): turns on MMU and caches. */
        .global enable_mmu
enable_mmu:
        mrs     x4, id_aa64mmfr0_el1
        and     x4, x4, #0xf
        cmp     x4, #5                  /* 48 bits are all that a 4 KiB granule can say here */
        mov     x5, #5
        csel    x4, x4, x5, ls
        ldr     x2, =MAIR
        dsb     sy
        ic      iallu
#if SEL4_LOADER_HYPERVISOR
        msr     mair_el2, x2
        ldr     x3, =TCR_EL2
        orr     x3, x3, x4, lsl #16
        msr     tcr_el2, x3
        msr     ttbr0_el2, x0
        tlbi    alle2
        dsb     sy
        isb
        ldr     x3, =SCTLR_EL2_ON
        msr     sctlr_el2, x3
#else
        msr     mair_el1, x2
        ldr     x3, =TCR_EL1
        orr     x3, x3, x4, lsl #32
        msr     tcr_el1, x3
        msr     ttbr0_el1, x0
        msr     ttbr1_el1, x1
        tlbi    vmalle1
        dsb     sy
        isb
        ldr     x3, =SCTLR_EL1_ON
        msr     sctlr_el1, x3
#endif
        isb
        ret

/* [[noreturn]] void jump_to_kernel(const KernelArguments*, entry, logical core) */
        .global jump_to_kernel
jump_to_kernel:
        msr     tpidr_el1, x2
        mov     x8, x1
        mov     x9, x0
        ldp     x0, x1, [x9]
        ldp     x2, x3, [x9, #16]
        ldp     x4, x5, [x9, #32]
        dsb     sy
        ic      iallu
        dsb     sy
        isb
        br      x8

/* Stacks are never read before they are written, so they are outside the cleared bss. */
        .section .noinit, "aw", %nobits
        .balign 16
        .global loader_stacks
loader_stacks:
        .skip   STACK_SIZE * SEL4_LOADER_MAX_CORES
