// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// A thread-local byte with contents; tls.ld says what for.

    .section .tdata.sel4_anchor, "awT", @progbits
    .global sel4_tls_anchor
    .type sel4_tls_anchor, @object
sel4_tls_anchor:
    .byte 0
    .size sel4_tls_anchor, 1

    .section .note.GNU-stack, "", @progbits
