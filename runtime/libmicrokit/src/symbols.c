// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <microkit.h>

// What the Microkit tool writes: each once, in a loaded segment. Of .data and of its own section, so
// that the linker script keeps it and a restart does not clear it.
#define PATCHED __attribute__((used, section(".data.microkit")))

PATCHED char microkit_name[MICROKIT_PD_NAME_LENGTH] = {0};
PATCHED seL4_Bool microkit_passive = 0;
PATCHED seL4_Word microkit_irqs = 0;
PATCHED seL4_Word microkit_notifications = 0;
PATCHED seL4_Word microkit_pps = 0;
PATCHED seL4_Word microkit_ioports = 0;
