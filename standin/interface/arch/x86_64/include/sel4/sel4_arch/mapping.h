// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/functions.h>

// Message word of a failed mapping that tells how many address bits the missing table translates
// further, and the values it can have.
#define SEL4_MAPPING_LOOKUP_LEVEL 2
#define SEL4_MAPPING_LOOKUP_NO_PT 21
#define SEL4_MAPPING_LOOKUP_NO_PD 30
#define SEL4_MAPPING_LOOKUP_NO_PDPT 39

LIBSEL4_INLINE_FUNC seL4_Word seL4_MappingFailedLookupLevel(void) {
  return seL4_GetMR(SEL4_MAPPING_LOOKUP_LEVEL);
}
