// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/sel4_arch/objecttype.h>

typedef enum _object {
  seL4_ARM_SmallPageObject = seL4_ModeObjectTypeCount,
  seL4_ARM_LargePageObject,
  seL4_ARM_PageTableObject,
#ifdef CONFIG_ARM_HYPERVISOR_SUPPORT
  seL4_ARM_VCPUObject,
#endif
  seL4_ObjectTypeCount
} seL4_ArchObjectType;

typedef seL4_Word object_t;

// Numbers that no kernel takes, for what this configuration lacks.
#ifndef CONFIG_ARM_HYPERVISOR_SUPPORT
  #define seL4_ARM_VCPUObject 0xfffe
#endif
#define seL4_ARM_IOPageTableObject 0xffff
