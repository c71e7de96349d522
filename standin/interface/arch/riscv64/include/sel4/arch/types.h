// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/sel4_arch/types.h>

typedef seL4_CPtr seL4_RISCV_Page;
typedef seL4_CPtr seL4_RISCV_PageTable;
typedef seL4_CPtr seL4_RISCV_ASIDControl;
typedef seL4_CPtr seL4_RISCV_ASIDPool;

// Registers of a thread in the order in which messages carry them.
typedef struct seL4_UserContext_ {
  seL4_Word pc, ra, sp, gp;
  seL4_Word s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10, s11;
  seL4_Word a0, a1, a2, a3, a4, a5, a6, a7;
  seL4_Word t0, t1, t2, t3, t4, t5, t6;
  seL4_Word tp;
} seL4_UserContext;

// Attributes of a mapping.
typedef enum {
  seL4_RISCV_ExecuteNever = 0x1,
  seL4_RISCV_Default_VMAttributes = 0,
  SEL4_FORCE_LONG_ENUM(seL4_RISCV_VMAttributes)
} seL4_RISCV_VMAttributes;
