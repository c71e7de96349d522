// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// A domain as one writes it for libmicrokit: nothing here knows of C++.

#include <microkit.h>

#define CLIENT 4

#define REQUEST_DOUBLE 1
#define REQUEST_SUM 2

// The tool writes its address.
seL4_Word shared_vaddr;

static seL4_Word calls;

void init(void) { microkit_dbg_puts("server in C\n"); }

microkit_msginfo protected(microkit_channel ch, microkit_msginfo msginfo) {
  (void)ch;
  ++calls;
  switch (microkit_msginfo_get_label(msginfo)) {
    case REQUEST_DOUBLE:
      microkit_mr_set(0, 2 * microkit_mr_get(0));
      return microkit_msginfo_new(0, 1);
    case REQUEST_SUM: {
      const seL4_Word* const words = (const seL4_Word*)shared_vaddr;
      const seL4_Word count = microkit_mr_get(0);
      seL4_Word sum = 0;
      for (seL4_Word i = 0; i < count && i < 512; ++i) sum += words[i];
      microkit_mr_set(0, sum);
      microkit_mr_set(1, calls);
      microkit_deferred_notify(CLIENT);
      return microkit_msginfo_new(0, 2);
    }
    default:
      // What the client's library takes for "unknown request".
      return microkit_msginfo_new(1, 0);
  }
}

void notified(microkit_channel ch) {
  // No such channel: an error line, and nothing else happens.
  microkit_notify(ch + 60);
}
