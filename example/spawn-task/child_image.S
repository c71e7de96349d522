// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// The child's ELF file, as data of the parent.
    .section .rodata.child_image, "a"
    .balign 16
    .global child_image_start
child_image_start:
    .incbin CHILD_FILE
    .global child_image_end
child_image_end:
    .byte 0
    .section .note.GNU-stack, "", %progbits
