-- SPDX-License-Identifier: BSD-2-Clause
-- SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
-- Types of every architecture with 64-bit words. First field is highest.
base 64

block seL4_MessageInfo {
    field label 52
    field capsUnwrapped 3
    field extraCaps 2
    field length 7
}

block seL4_CapRights {
    padding 32
    padding 28
    field capAllowGrantReply 1
    field capAllowGrant 1
    field capAllowRead 1
    field capAllowWrite 1
}

-- Data word of a CNode capability.
block seL4_CNode_CapData {
    field guard 58
    field guardSize 6
}
