// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <microkit.h>

// For domains that lack the entry points for events which nobody should send them.

static void missing(const char* what) {
  for (unsigned i = 0; i < MICROKIT_PD_NAME_LENGTH && microkit_name[i]; ++i) {
    microkit_dbg_putc(microkit_name[i]);
  }
  microkit_dbg_puts(" is missing the '");
  microkit_dbg_puts(what);
  microkit_dbg_puts("' entry point\n");
  microkit_internal_crash(0);
}

__attribute__((weak)) microkit_msginfo protected(microkit_channel ch, microkit_msginfo msginfo) {
  (void)ch;
  (void)msginfo;
  missing("protected");
  return seL4_MessageInfo_new(0, 0, 0, 0);
}

__attribute__((weak)) seL4_Bool fault(microkit_child child, microkit_msginfo msginfo,
                                      microkit_msginfo* reply_msginfo) {
  (void)child;
  (void)msginfo;
  (void)reply_msginfo;
  missing("fault");
  return 0;
}
