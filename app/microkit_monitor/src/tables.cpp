// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <monitor/tables.hpp>

// Kept, and in .data: what starts as zero the compiler otherwise takes for what it stays. The
// regions are in .bss, to keep the file small when no tool fills them in.
#define MONITOR_TABLE [[gnu::used, gnu::section(".data.microkit")]]

extern "C" {
MONITOR_TABLE constinit sel4::Word pd_names_len = 0;
MONITOR_TABLE constinit sel4::monitor::Name<64> pd_names[sel4::monitor::most_domains]{};
MONITOR_TABLE constinit sel4::Word vm_names_len = 0;
MONITOR_TABLE constinit sel4::monitor::Name<64> vm_names[sel4::monitor::most_domains]{};
MONITOR_TABLE constinit sel4::Word pd_stack_bottom_addrs[sel4::monitor::most_domains]{};
MONITOR_TABLE constinit sel4::Word monitor_regions_len = 0;
[[gnu::used]] constinit sel4::monitor::Region monitor_regions[sel4::monitor::most_regions]{};
}
