// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// Ends in an exception that nobody catches.

#include <sel4/backtrace.hpp>
#include <sel4/heap.hpp>
#include <sel4/root_task.hpp>
#include <sel4/test/console.hpp>

#include <stdexcept>

SEL4_STATIC_HEAP(128 * 1024);
SEL4_IMAGE_NAME("uncaught");

namespace {

volatile int calls = 0;

[[gnu::noinline]] void thrower() {
  if (calls == 0) throw std::runtime_error("nobody listens");  // line thrower
}

[[gnu::noinline]] void caller() {
  thrower();  // line caller
  calls = calls + 1;
}

void run(const ::seL4_BootInfo& boot_info) {
  sel4::test::init_console(boot_info).or_panic("no console");
  caller();
  calls = calls + 1;
}

}  // namespace

SEL4_ROOT_TASK(run, .stack_size = 32 * 1024)
