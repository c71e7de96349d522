// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "arch_facts.hpp"
#include "handler.hpp"

namespace {

using namespace sel4;
using namespace sel4::test;

SEL4_TEST(division_by_zero) {
  const Handler handler;
  bool returned = false;
  auto body = [&] {
    sel4_test_divide(1, 0, 0);
    returned = true;
  };
  TestThread thread;
  SEL4_REQUIRE_OK(thread.start(body, {.fault_handler = handler.badged}));
  const auto fault = handler.take<UserException>();
  SEL4_REQUIRE(fault.has_value());
  SEL4_CHECK_EQ(fault->number(), 0u);
  SEL4_CHECK_EQ(fault->fault_ip(), reinterpret_cast<Word>(&sel4_test_divide));
  SEL4_CHECK(!returned);
  // The next try divides by what the handler has put there.
  handler.stop();
  auto registers = thread.tcb().read_registers();
  SEL4_REQUIRE_OK(registers);
  registers->registers().rax = 6;
  registers->registers().rdx = 2;
  SEL4_CHECK_OK(thread.tcb().write_registers(*registers, {.resume_target = true}));
  const auto overflow = handler.take<UserException>();
  SEL4_REQUIRE(overflow.has_value());
  SEL4_CHECK_EQ(overflow->number(), 0u);
}

}  // namespace
