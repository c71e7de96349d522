// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// Where a protection domain starts: the stack pointer is set, nothing else is there. A parent that
// restarts the domain sets only the program counter, so the first start keeps the stack pointer for
// later ones.

    .cfi_sections .debug_frame
    .section .text.start, "ax", @progbits
    .global _start
    .type _start, @function
_start:
    .cfi_startproc
    .cfi_undefined rip
    movq initial_sp(%rip), %rdi
    testq %rdi, %rdi
    jnz 1f
    movq %rsp, initial_sp(%rip)
    jmp 2f
1:  movq %rdi, %rsp
2:  xorl %ebp, %ebp
    // The top of the stack is aligned to 16 and the call pushes 8, as the ABI has it at a function's
    // start. The argument: not 0 if this is a restart.
    call sel4_domain_enter
    ud2
    .cfi_endproc
    .size _start, . - _start

    // Not in .bss, which a restart clears.
    .section .data.sel4_domain_start, "aw", @progbits
    .balign 8
initial_sp:
    .quad 0

    .section .note.GNU-stack, "", @progbits
