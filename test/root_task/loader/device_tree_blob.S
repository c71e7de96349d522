// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// The machine's device tree, as the image was made with it.

    .section .rodata.test_device_tree, "a", %progbits
    .balign 8
    .global test_device_tree
    .type test_device_tree, %object
test_device_tree:
    .incbin SEL4_TEST_DTB
    .global test_device_tree_end
test_device_tree_end:
    .size test_device_tree, . - test_device_tree

    .section .note.GNU-stack, "", %progbits
