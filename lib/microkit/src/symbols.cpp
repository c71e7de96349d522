// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/microkit/domain.hpp>

// The tool wants each of them once, in the program's symbol table, and in a loaded segment. In
// .data, and in sections of their own name, so that the linker script keeps them all and a start
// that clears .bss does not clear what the tool has written.

#ifdef __ELF__
  #define SEL4_PATCHED [[gnu::used, gnu::section(".data.microkit")]]
#else
  #define SEL4_PATCHED [[gnu::used]]
#endif

namespace sel4::microkit::detail {

SEL4_PATCHED constinit volatile char patched_name[max_name_length]{};
SEL4_PATCHED constinit volatile bool patched_passive = false;
SEL4_PATCHED constinit volatile Word patched_irqs = 0;
SEL4_PATCHED constinit volatile Word patched_notifications = 0;
SEL4_PATCHED constinit volatile Word patched_pps = 0;
SEL4_PATCHED constinit volatile Word patched_io_ports = 0;

}  // namespace sel4::microkit::detail
