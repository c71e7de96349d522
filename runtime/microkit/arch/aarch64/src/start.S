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
    .cfi_undefined x30
    adrp x9, initial_sp
    ldr x0, [x9, :lo12:initial_sp]
    cbnz x0, 1f
    mov x10, sp
    str x10, [x9, :lo12:initial_sp]
    b 2f
1:  mov sp, x0
2:  mov x29, xzr
    mov x30, xzr
    // The argument: not 0 if this is a restart.
    bl sel4_domain_enter
    brk #0
    .cfi_endproc
    .size _start, . - _start

    // Not in .bss, which a restart clears.
    .section .data.sel4_domain_start, "aw", %progbits
    .balign 8
initial_sp:
    .xword 0

    .section .note.GNU-stack, "", %progbits
