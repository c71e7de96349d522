// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// Where a protection domain starts: the stack pointer is set, nothing else is there. A parent that
// restarts the domain sets only the program counter, so the first start keeps the stack pointer for
// later ones.

    .cfi_sections .debug_frame
    .section .text.start, "ax", %progbits
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
    lla t0, initial_sp
    ld a0, 0(t0)
    bnez a0, 1f
    sd sp, 0(t0)
    j 2f
1:  mv sp, a0
2:  li s0, 0
    li ra, 0
    // The argument: not 0 if this is a restart.
    call sel4_domain_enter
    ebreak
    .cfi_endproc
    .size _start, . - _start

    // Not in .bss, which a restart clears.
    .section .data.sel4_domain_start, "aw", %progbits
    .balign 8
initial_sp:
    .dword 0

    .section .note.GNU-stack, "", %progbits
