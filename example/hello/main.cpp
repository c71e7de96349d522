// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/print.hpp>
#include <sel4/root_task.hpp>
#include <sel4/test/console.hpp>
#include <sel4/test/sentinel.hpp>

namespace {

sel4::Result<> run(const ::seL4_BootInfo& boot_info) {
  // Only for kernels that print nothing; on others this is nothing.
  SEL4_TRY(sel4::test::init_console(boot_info));
  sel4::println("Hello, World!");
  // Tells the program that watches the console that all is well, so that a run without a terminal
  // ends.
  sel4::test::announce(true);
  return {};
}

}  // namespace

SEL4_ROOT_TASK(run);
