// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <microkit.h>

void microkit_dbg_putc(int c) {
#ifdef CONFIG_PRINTING
  seL4_DebugPutChar((char)c);
#else
  (void)c;
#endif
}

void microkit_dbg_puts(const char* s) {
  while (*s) microkit_dbg_putc(*s++);
}

void microkit_dbg_put32(seL4_Uint32 x) {
  // Ten digits and the end.
  char text[11];
  char* at = text + sizeof text - 1;
  *at = '\0';
  do {
    *--at = (char)('0' + x % 10);
    x /= 10;
  } while (x != 0);
  microkit_dbg_puts(at);
}

void microkit_dbg_put8(seL4_Uint8 x) { microkit_dbg_put32(x); }

static void put_name(void) {
  // One with 64 characters has no end of its own.
  for (unsigned i = 0; i < MICROKIT_PD_NAME_LENGTH && microkit_name[i]; ++i) {
    microkit_dbg_putc(microkit_name[i]);
  }
}

void microkit_internal_invalid(const char* function, const char* kind, seL4_Word number) {
  put_name();
  microkit_dbg_puts(" ");
  microkit_dbg_puts(function);
  microkit_dbg_puts(": invalid ");
  microkit_dbg_puts(kind);
  microkit_dbg_puts(" given '");
  microkit_dbg_put32((seL4_Uint32)number);
  microkit_dbg_puts("'\n");
}

void microkit_internal_check(seL4_Word err, const char* function) {
  if (err == 0) return;
  put_name();
  microkit_dbg_puts(" ");
  microkit_dbg_puts(function);
  microkit_dbg_puts(": the kernel refuses, error ");
  microkit_dbg_put32((seL4_Uint32)err);
  microkit_dbg_puts("\n");
  microkit_internal_crash((seL4_Error)err);
}

void microkit_internal_crash(seL4_Error err) {
  // Page 0 is mapped in no domain. Volatile, because compilers know that too.
  *(volatile int*)(seL4_Word)err = 0;
}

// For libsel4's debug assertions, unless the program has a C library.
__attribute__((weak)) void __assert_fail(const char* expression, const char* file, int line,
                                         const char* function) {
  put_name();
  microkit_dbg_puts("|assert failed: ");
  microkit_dbg_puts(expression);
  microkit_dbg_puts(" ");
  microkit_dbg_puts(file);
  microkit_dbg_puts(":");
  microkit_dbg_put32((seL4_Uint32)line);
  microkit_dbg_puts(" ");
  microkit_dbg_puts(function);
  microkit_dbg_puts("\n");
  microkit_internal_crash(0);
}
