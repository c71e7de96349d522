/* SPDX-License-Identifier: BSD-2-Clause */
/* SPDX-FileCopyrightText: 2026 the cpp-sel4 authors */

/* Block operations of loader/memory.hpp. Sizes are multiples of 64. */

        .text

/* void copy_blocks(void* to, const void* from, std::size_t size) */
        .global copy_blocks
copy_blocks:
        cbz     x2, 2f
1:      ldp     x3, x4, [x1]
        ldp     x5, x6, [x1, #16]
        ldp     x7, x8, [x1, #32]
        ldp     x9, x10, [x1, #48]
        add     x1, x1, #64
        stp     x3, x4, [x0]
        stp     x5, x6, [x0, #16]
        stp     x7, x8, [x0, #32]
        stp     x9, x10, [x0, #48]
        add     x0, x0, #64
        subs    x2, x2, #64
        b.ne    1b
2:      ret

/* void zero_blocks(void* to, std::size_t size): to is 64-byte aligned, MMU on. */
        .global zero_blocks
zero_blocks:
        cbz     x1, 4f
        mrs     x2, dczid_el0
        and     x2, x2, #0x1f           /* bit 4: prohibited; bits 3:0: log2 of words */
        cmp     x2, #4
        b.ne    3f
        tbz     x1, #6, 1f
        dc      zva, x0
        add     x0, x0, #64
        sub     x1, x1, #64
1:      tbz     x1, #7, 2f
        dc      zva, x0
        add     x0, x0, #64
        dc      zva, x0
        add     x0, x0, #64
        sub     x1, x1, #128
2:      cbz     x1, 4f
        add     x2, x0, #64
        add     x3, x0, #128
        add     x4, x0, #192
5:      dc      zva, x0
        dc      zva, x2
        dc      zva, x3
        dc      zva, x4
        add     x0, x0, #256
        add     x2, x2, #256
        add     x3, x3, #256
        add     x4, x4, #256
        subs    x1, x1, #256
        b.ne    5b
        ret
3:      stp     xzr, xzr, [x0]
        stp     xzr, xzr, [x0, #16]
        stp     xzr, xzr, [x0, #32]
        stp     xzr, xzr, [x0, #48]
        add     x0, x0, #64
        subs    x1, x1, #64
        b.ne    3b
4:      ret

/* payload::Checksum sum_blocks(const void* from, std::size_t size) */
        .global sum_blocks
sum_blocks:
        mov     x2, x0
        mov     x3, x1
        mov     x0, #0
        mov     x1, #0
        cbz     x3, 2f
1:      ldp     x4, x5, [x2]
        ldp     x6, x7, [x2, #16]
        ldp     x8, x9, [x2, #32]
        ldp     x10, x11, [x2, #48]
        add     x0, x0, x4
        add     x1, x1, x0
        add     x0, x0, x5
        add     x1, x1, x0
        add     x0, x0, x6
        add     x1, x1, x0
        add     x0, x0, x7
        add     x1, x1, x0
        add     x0, x0, x8
        add     x1, x1, x0
        add     x0, x0, x9
        add     x1, x1, x0
        add     x0, x0, x10
        add     x1, x1, x0
        add     x0, x0, x11
        add     x1, x1, x0
        add     x2, x2, #64
        subs    x3, x3, #64
        b.ne    1b
2:      ret
