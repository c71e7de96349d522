// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/protection_domain.hpp>

static void init() {
  sel4::microkit::debug_print("hello, world\n");
  // For the program that watches the console: all is well, the run can end.
  sel4::microkit::debug_print("TEST_PASS\n");
}

SEL4_PROTECTION_DOMAIN(init)
