// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "loop.h"
#include "thread_pointer.h"

#include <microkit.h>

// The tool maps the IPC buffer into the last page of every domain.
LIBSEL4_THREAD_LOCAL seL4_IPCBuffer* __sel4_ipc_buffer =
    (seL4_IPCBuffer*)((seL4_Word)seL4_UserVSpaceTop & ~(((seL4_Word)1 << seL4_PageBits) - 1));

typedef void (*Function)(void);
// The linker script's; all but the first two only in the one that comes with this library.
extern const Function __init_array_start[];
extern const Function __init_array_end[];
extern char sel4_domain_tls_start[] __attribute__((weak));
extern char sel4_domain_tls_end[] __attribute__((weak));

/// Where _start goes. `restarted` is not 0 if the domain has run before.
__attribute__((noreturn)) void sel4_domain_enter(seL4_Word restarted);

void sel4_domain_enter(seL4_Word restarted) {
  // Variables are left as they are: those that the tool has written may be in .bss.
  (void)restarted;
  if (sel4_domain_tls_start) set_thread_pointer(sel4_domain_tls_start, sel4_domain_tls_end);
  for (const Function* function = __init_array_start; function != __init_array_end; ++function) {
    (*function)();
  }
  init();
  microkit_internal_loop();
}
