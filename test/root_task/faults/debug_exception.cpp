// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// Debug exceptions: kernels with the hardware debugging API only.

#include "handler.hpp"
#include "probes.hpp"

namespace {

using namespace sel4;
using namespace sel4::test;

SEL4_TEST(instruction_breakpoint) {
  const Handler handler;
  auto body = [] { sel4_test_syscall(1, 0x7a7); };
  TestThread thread;
  SEL4_REQUIRE_OK(thread.prepare({.fault_handler = handler.badged}));
  const Breakpoint breakpoint{.vaddr = vaddr_of(sel4_test_trap),
                              .kind = BreakpointKind::instruction,
                              .bytes = 0,
                              .access = BreakpointAccess::read};
  SEL4_REQUIRE_OK(thread.tcb().set_breakpoint(0, breakpoint));
  const auto state = thread.tcb().get_breakpoint(0);
  SEL4_REQUIRE_OK(state);
  SEL4_CHECK(state->is_enabled);
  SEL4_CHECK_EQ(state->breakpoint.vaddr.value(), breakpoint.vaddr.value());
  SEL4_REQUIRE_OK(thread.run(body));
  const auto fault = handler.take<sys::DebugException>();
  SEL4_REQUIRE(fault.has_value());
  SEL4_CHECK_EQ(fault->fault_ip(), breakpoint.vaddr.value());
  SEL4_CHECK_EQ(fault->exception_reason(), static_cast<Word>(BreakpointKind::instruction));
  SEL4_CHECK_OK(thread.tcb().unset_breakpoint(0));
  handler.resume();
  SEL4_CHECK(handler.take<UnknownSyscall>().has_value());
}

SEL4_TEST(breakpoint_instruction_is_a_break_request) {
  const Handler handler;
  auto body = [] { sel4_test_breakpoint(); };
  TestThread thread;
  SEL4_REQUIRE_OK(thread.start(body, {.fault_handler = handler.badged}));
  const auto fault = handler.take<sys::DebugException>();
  SEL4_REQUIRE(fault.has_value());
  SEL4_CHECK_EQ(fault->exception_reason(),
                static_cast<Word>(BreakpointKind::software_break_request));
}

}  // namespace
