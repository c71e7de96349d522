// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// The variables behind the interface for C programs. A program compiles this file once, or its
// runtime defines the same names.

#include <sel4/sel4.h>

LIBSEL4_THREAD_LOCAL seL4_IPCBuffer* __sel4_ipc_buffer;

#ifdef CONFIG_KERNEL_INVOCATION_REPORT_ERROR_IPC
LIBSEL4_THREAD_LOCAL char __sel4_print_error = CONFIG_LIB_SEL4_PRINT_INVOCATION_ERRORS;
#endif

seL4_BootInfo* bootinfo;

void seL4_InitBootInfo(seL4_BootInfo* bi) { bootinfo = bi; }

seL4_BootInfo* seL4_GetBootInfo(void) { return bootinfo; }
