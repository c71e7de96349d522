// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/sel4_arch/types.h>

typedef seL4_CPtr seL4_X86_ASIDControl;
typedef seL4_CPtr seL4_X86_ASIDPool;
typedef seL4_CPtr seL4_X86_IOSpace;
typedef seL4_CPtr seL4_X86_IOPort;
typedef seL4_CPtr seL4_X86_IOPortControl;
typedef seL4_CPtr seL4_X86_Page;
typedef seL4_CPtr seL4_X86_PDPT;
typedef seL4_CPtr seL4_X86_PageDirectory;
typedef seL4_CPtr seL4_X86_PageTable;
typedef seL4_CPtr seL4_X86_IOPageTable;
typedef seL4_CPtr seL4_X86_EPTPML4;
typedef seL4_CPtr seL4_X86_EPTPDPT;
typedef seL4_CPtr seL4_X86_EPTPD;
typedef seL4_CPtr seL4_X86_EPTPT;
typedef seL4_CPtr seL4_X86_VCPU;

// Memory type of a mapping.
typedef enum {
  seL4_X86_Default_VMAttributes = 0,
  seL4_X86_WriteBack = 0,
  seL4_X86_WriteThrough = 1,
  seL4_X86_CacheDisabled = 2,
  seL4_X86_Uncacheable = 3,
  seL4_X86_WriteCombining = 4,
  SEL4_FORCE_LONG_ENUM(seL4_X86_VMAttributes)
} seL4_X86_VMAttributes;

// Memory type of a guest mapping. The name Uncached is historic: its value is write-back.
typedef enum {
  seL4_X86_EPT_Uncached_VMAttributes = 6,
  seL4_X86_EPT_Uncacheable = 0,
  seL4_X86_EPT_WriteCombining = 1,
  seL4_X86_EPT_WriteThrough = 4,
  seL4_X86_EPT_WriteProtected = 5,
  seL4_X86_EPT_WriteBack = 6,
  seL4_X86_EPT_Default_VMAttributes = 6,
  SEL4_FORCE_LONG_ENUM(seL4_X86_EPT_VMAttributes)
} seL4_X86_EPT_VMAttributes;

// Guest registers that the VMCS does not hold.
typedef struct seL4_VCPUContext_ {
  seL4_Word eax, ebx, ecx, edx, esi, edi, ebp;
#ifdef CONFIG_X86_64_VTX_64BIT_GUESTS
  seL4_Word r8, r9, r10, r11, r12, r13, r14, r15;
#endif
} seL4_VCPUContext;
