// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/bootinfo_types.h>

// A place to keep the address of the boot information, in libsel4/src/sel4_bootinfo.c. The kernel
// passes it to the first thread; a runtime that knows it has no need of these.
#ifdef __cplusplus
extern "C" {
#endif
void seL4_InitBootInfo(seL4_BootInfo* bi)
    SEL4_DEPRECATED("pass on the address that the first thread starts with");
seL4_BootInfo* seL4_GetBootInfo(void)
    SEL4_DEPRECATED("use the address that the first thread starts with");
#ifdef __cplusplus
}
#endif
