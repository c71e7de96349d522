// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/sel4_arch/objecttype.h>

typedef enum _object {
  seL4_RISCV_4K_Page = seL4_ModeObjectTypeCount,
  seL4_RISCV_Mega_Page,
  seL4_RISCV_PageTableObject,
  seL4_ObjectTypeCount
} seL4_ArchObjectType;

typedef seL4_Word object_t;
