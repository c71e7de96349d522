// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// On a kernel that is a hypervisor, what the processor takes to EL2 comes as a VCPU fault.

#include "handler.hpp"
#include "probes.hpp"

namespace {

using namespace sel4;
using namespace sel4::test;

/// The exception class of a syndrome register's value (Arm ARM, ESR_EL2.EC).
constexpr Word exception_class(Word syndrome) { return syndrome >> 26 & 0x3f; }
constexpr Word brk_instruction = 0x3c;

SEL4_TEST(breakpoint_instruction) {
  const Handler handler;
  auto body = [&] { sel4_test_breakpoint(); };
  TestThread thread;
  SEL4_REQUIRE_OK(thread.start(body, {.fault_handler = handler.badged}));
  const auto fault = handler.take<sys::VCPUFault>();
  SEL4_REQUIRE(fault.has_value());
  SEL4_CHECK_EQ(exception_class(fault->hsr()), brk_instruction);
}

}  // namespace
