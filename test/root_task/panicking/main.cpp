// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// A program that ends in provoke(): in a panic whose message names the reason, never here.

#include "provoke.hpp"

#include <sel4/print.hpp>
#include <sel4/root_task.hpp>
#include <sel4/runtime/abort.hpp>
#include <sel4/test/console.hpp>
#include <sel4/test/sentinel.hpp>

namespace {

// Destructors of static variables do not run in a program that panics.
struct Static {
  ~Static() { sel4::println("a static variable was destroyed"); }
};
const Static static_variable;

void run(const ::seL4_BootInfo& boot_info) {
  sel4::test::init_console(boot_info).or_panic("no console");
  sel4::println("before the end");
  provoke();
  sel4::println("provoke() has returned");
  sel4::test::pass();
}

}  // namespace

extern "C" void sel4_abort_hook() noexcept { sel4::println("the abort hook has run"); }

SEL4_ROOT_TASK(run, .stack_size = 32 * 1024)
