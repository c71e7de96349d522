// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/runtime/abort.hpp>
#include <sel4/test/root_task.hpp>

namespace sel4::test {

namespace {

constinit const ::seL4_BootInfo* kept_boot_info = nullptr;

}  // namespace

BootInfo boot_info() noexcept {
  SEL4_ASSERT(kept_boot_info != nullptr);
  return BootInfo{*kept_boot_info};
}

void run_root_task(const ::seL4_BootInfo& raw) {
  kept_boot_info = &raw;
  init_console(raw).or_panic("the serial port for the tests' output");
  run_all();
}

}  // namespace sel4::test

// In this object, so that only programs with SEL4_TEST_MAIN have it.
extern "C" void sel4_abort_hook() noexcept {
  using namespace sel4::test;
  if (registry().after_panic().ok()) pass();
  fail();
}
