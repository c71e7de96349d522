// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// Unknown system calls and user exceptions.

#include "arch_facts.hpp"
#include "handler.hpp"
#include "probes.hpp"

namespace {

using namespace sel4;
using namespace sel4::test;

SEL4_TEST(unknown_syscall_is_answered) {
  const Handler handler;
  // Positive, so no system call of any kernel.
  constexpr Word number = 0x7a7;
  Word result = 0;
  auto body = [&] { result = sel4_test_syscall(0x1111, number); };
  TestThread thread;
  SEL4_REQUIRE_OK(thread.start(body, {.fault_handler = handler.badged}));
  auto fault = handler.take<UnknownSyscall>();
  SEL4_REQUIRE(fault.has_value());
  SEL4_CHECK_EQ(fault->syscall(), number);
  SEL4_CHECK_EQ(fault->fault_ip(), vaddr_of(sel4_test_trap).value());
  SEL4_CHECK_EQ(facts::first_argument(*fault), 0x1111u);
  facts::set_result(*fault, 0x2222);
  fault->set_fault_ip(fault->fault_ip() + facts::trap_size);
  handler.reply.reply(resume_reply(*fault));
  thread.join();
  SEL4_CHECK_EQ(result, 0x2222u);
}

SEL4_TEST(unknown_syscall_is_tried_again) {
  const Handler handler;
  auto body = [&] { sel4_test_syscall(0x3333, 0x7a8); };
  TestThread thread;
  SEL4_REQUIRE_OK(thread.start(body, {.fault_handler = handler.badged}));
  SEL4_REQUIRE(handler.take<UnknownSyscall>().has_value());
  handler.resume();
  const auto again = handler.take_with_words<UnknownSyscall>();
  SEL4_REQUIRE(again.has_value());
  SEL4_CHECK_EQ(again->syscall(), 0x7a8u);
  SEL4_CHECK_EQ(facts::first_argument(*again), 0x3333u);
}

SEL4_TEST(undefined_instruction_is_skipped) {
  const Handler handler;
  bool returned = false;
  auto body = [&] {
    sel4_test_undefined();
    returned = true;
  };
  TestThread thread;
  SEL4_REQUIRE_OK(thread.start(body, {.fault_handler = handler.badged}));
  auto fault = handler.take<UserException>();
  SEL4_REQUIRE(fault.has_value());
  SEL4_CHECK_EQ(fault->fault_ip(), address_of(&sel4_test_undefined).value());
  SEL4_CHECK(facts::is_undefined(fault->number()));
  const Vaddr stack{facts::stack(*fault)};
  SEL4_CHECK(stack > thread.stack_bottom() && stack < thread.stack_top());
  SEL4_CHECK(!returned);
  fault->set_fault_ip(fault->fault_ip() + facts::undefined_size);
  handler.reply.reply(resume_reply(*fault));
  thread.join();
  SEL4_CHECK(returned);
}

SEL4_TEST(a_stopped_thread_goes_on_elsewhere) {
  const Handler handler;
  bool returned = false;
  auto body = [&] {
    sel4_test_undefined();
    returned = true;
  };
  TestThread thread;
  SEL4_REQUIRE_OK(thread.start(body, {.fault_handler = handler.badged}));
  SEL4_REQUIRE(handler.take<UserException>().has_value());
  handler.stop();
  SEL4_CHECK(!returned);
  auto registers = thread.tcb().read_registers();
  SEL4_REQUIRE_OK(registers);
  SEL4_CHECK_EQ(registers->pc().value(), address_of(&sel4_test_undefined).value());
  registers->set_pc(registers->pc() + facts::undefined_size);
  SEL4_CHECK_OK(thread.tcb().write_registers(*registers, {.resume_target = true}));
  thread.join();
  SEL4_CHECK(returned);
}

}  // namespace
