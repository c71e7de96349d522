// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// Timeout faults: MCS kernels only.

#include "handler.hpp"
#include "probes.hpp"

#include <atomic>

namespace {

using namespace sel4;
using namespace sel4::test;

constexpr Microseconds budget{2'000};
constexpr Microseconds period{20'000};
constexpr Word budget_badge = 0x77;

ThreadOptions limited() {
  return {.budget = budget, .period = period, .budget_badge = Badge{budget_badge}};
}

// A virtual machine may lose time at any place, and with it budget: faults may come before a thread
// has begun, or when it has consumed next to nothing. Tests answer those and wait for the next.
constexpr int patience = 100;

/// The next timeout fault of a thread that has used most of a budget itself.
void take_timeout(const Handler& handler) {
  for (int i = 0; i < patience; ++i) {
    const auto fault = handler.take<sys::Timeout>();
    SEL4_REQUIRE(fault.has_value());
    SEL4_CHECK_EQ(fault->data(), budget_badge);
    if (fault->consumed() >= static_cast<Word>(budget.count()) / 2) return;
    handler.resume();
  }
  SEL4_FAIL("no fault of a thread that has used its budget");
}

SEL4_TEST(a_thread_without_budget_left_waits_for_the_next_period) {
  const Handler handler;
  std::atomic<bool> stop = false;
  auto body = [&] {
    while (!stop.load(std::memory_order_relaxed)) {
    }
  };
  TestThread thread;
  SEL4_REQUIRE_OK(thread.prepare(limited()));
  SEL4_REQUIRE_OK(thread.tcb().set_timeout_endpoint(handler.badged));
  SEL4_REQUIRE_OK(thread.run(body));
  take_timeout(handler);
  handler.resume();
  const auto second = handler.take_with_words<sys::Timeout>();
  SEL4_REQUIRE(second.has_value());
  SEL4_CHECK_EQ(second->data(), budget_badge);
  stop = true;
  handler.resume();
  // The machine under the kernel may take so long that there are more of them.
  while (!thread.is_done()) {
    if (handler.endpoint.nb_recv(handler.reply).badge != Badge{}) handler.resume();
  }
}

// Also a budget that ends just when a system call begins: the call is made again, not skipped.
SEL4_TEST(no_system_call_is_lost_or_made_twice) {
  constexpr Word count = 10'000;
  const Handler handler;
  const Endpoint sends = minted(handler.endpoint, 0x99);
  auto body = [&] {
    for (Word i = 0; i < count; ++i) sends.send_with_words(MessageInfo{{.length = 1}}, {i});
  };
  TestThread thread;
  SEL4_REQUIRE_OK(thread.prepare({.budget = Microseconds{200}, .period = Microseconds{400}}));
  SEL4_REQUIRE_OK(thread.tcb().set_timeout_endpoint(handler.badged));
  SEL4_REQUIRE_OK(thread.run(body));
  Word faults = 0;
  for (Word next = 0; next < count;) {
    const ReceivedWords message = handler.endpoint.recv_with_words(handler.reply);
    if (message.badge == Badge{Handler::badge}) {
      ++faults;
      handler.resume();
      continue;
    }
    SEL4_REQUIRE(message.words.mr0 == next);
    ++next;
  }
  SEL4_CHECK(faults != 0);
  while (!thread.is_done()) {
    if (handler.endpoint.nb_recv(handler.reply).badge != Badge{}) handler.resume();
  }
}

SEL4_TEST(the_answer_sets_registers) {
  static constinit bool was_here = false;
  const Handler handler;
  auto body = [] { sel4_test_spin(); };
  TestThread thread;
  SEL4_REQUIRE_OK(thread.prepare(limited()));
  SEL4_REQUIRE_OK(thread.tcb().set_timeout_endpoint(handler.badged));
  SEL4_REQUIRE_OK(thread.run(body));
  SEL4_REQUIRE(handler.take<sys::Timeout>().has_value());
  auto registers = thread.tcb().read_registers();
  SEL4_REQUIRE_OK(registers);
  for (int i = 0; i < patience && registers->pc() != address_of(&sel4_test_spin); ++i) {
    handler.resume();
    SEL4_REQUIRE(handler.take<sys::Timeout>().has_value());
    registers = thread.tcb().read_registers();
    SEL4_REQUIRE_OK(registers);
  }
  SEL4_CHECK_EQ(registers->pc().value(), address_of(&sel4_test_spin).value());
  // It goes on in this function, on the stack that it has.
  static const auto signalled = minted(handler.endpoint, 0x99);
  const auto elsewhere = +[](Word argument) {
    was_here = argument == 0x1234;
    // Nobody answers: there is nowhere to return to.
    signalled.call_with_words(MessageInfo{{.length = 1}}, {argument});
  };
  const Word arguments[]{0x1234};
  const UserContext start = function_context({.entry = Vaddr{reinterpret_cast<Word>(elsewhere)},
                                              .stack_top = registers->sp() - 1024,
                                              .arguments = arguments,
                                              .tls_base = registers->tls_base()});
  UserContext next = *registers;
  next.set_pc(start.pc());
  next.set_sp(start.sp());
  next.set_argument(0, start.argument(0));
  handler.reply.reply(timeout_reply(next));
  ReceivedWords message = handler.endpoint.recv_with_words(handler.reply);
  while (message.badge == Badge{Handler::badge}) {
    handler.resume();
    message = handler.endpoint.recv_with_words(handler.reply);
  }
  SEL4_CHECK_EQ(message.badge.value(), 0x99u);
  SEL4_CHECK_EQ(message.words.mr0, 0x1234u);
  SEL4_CHECK(was_here);
}

}  // namespace
