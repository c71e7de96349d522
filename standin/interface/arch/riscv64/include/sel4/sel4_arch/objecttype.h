// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/objecttype.h>

typedef enum _mode_object {
  seL4_RISCV_Giga_Page = seL4_NonArchObjectTypeCount,
#if CONFIG_PT_LEVELS > 3
  seL4_RISCV_Tera_Page,
#endif
  seL4_ModeObjectTypeCount
} seL4_ModeObjectType;

// A number that no kernel takes, where page tables have three levels.
#if CONFIG_PT_LEVELS <= 3
  #define seL4_RISCV_Tera_Page 0xffffffff
#endif
