// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// A breakpoint instruction, where neither the hardware debugging API nor a hypervisor takes it.

#include "arch_facts.hpp"
#include "handler.hpp"
#include "probes.hpp"

namespace {

using namespace sel4;
using namespace sel4::test;

SEL4_TEST(breakpoint_instruction) {
  const Handler handler;
  auto body = [&] { sel4_test_breakpoint(); };
  TestThread thread;
  SEL4_REQUIRE_OK(thread.start(body, {.fault_handler = handler.badged}));
  const auto fault = handler.take<UserException>();
  SEL4_REQUIRE(fault.has_value());
  SEL4_CHECK(facts::is_breakpoint(fault->number()));
}

}  // namespace
