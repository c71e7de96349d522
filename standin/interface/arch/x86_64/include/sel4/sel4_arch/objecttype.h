// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/objecttype.h>

typedef enum _mode_object {
  seL4_X86_PDPTObject = seL4_NonArchObjectTypeCount,
  seL4_X64_PML4Object,
#ifdef CONFIG_HUGE_PAGE
  seL4_X64_HugePageObject,
#endif
  seL4_ModeObjectTypeCount
} seL4_seL4ArchObjectType;

#define seL4_IA32_PDPTObject seL4_X86_PDPTObject

// A number that no kernel takes, where the processor lacks such pages.
#ifndef CONFIG_HUGE_PAGE
  #define seL4_X64_HugePageObject 0xfffffffe
#endif
