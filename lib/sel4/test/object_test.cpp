// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/debug.hpp>
#include <sel4/fake/kernel.hpp>
#include <sel4/init_thread.hpp>

#include <doctest/doctest.h>
#include <string>
#include <vector>

namespace sel4 {
namespace {

using sys::InvocationLabel;
using Words = std::vector<Word>;

TEST_CASE("the initial thread's capabilities are where libsel4 says") {
  CHECK(init_thread::tcb.cptr() == CPtr{::seL4_CapInitThreadTCB});
  CHECK(init_thread::cnode.cptr() == CPtr{::seL4_CapInitThreadCNode});
  CHECK(init_thread::vspace.cptr() == CPtr{::seL4_CapInitThreadVSpace});
  CHECK(init_thread::sched_context.is_null() == !config::kernel_mcs);
}

TEST_CASE("capabilities compare by address, and are cast on request only") {
  CHECK(Endpoint{CPtr{3}} == Endpoint{CPtr{3}});
  CHECK(cap_cast<Notification>(Endpoint{CPtr{3}}) == Notification{CPtr{3}});
  static_assert(!std::is_convertible_v<Endpoint, Notification>);
  static_assert(!std::is_convertible_v<Tcb, BasicTcb<sys::GivenIpc>>);
  static_assert(std::is_convertible_v<BasicTcb<sys::GivenIpc>, Tcb>);
}

TEST_CASE("interrupts: get, set_notification, ack, clear") {
  fake::Kernel kernel;
  const Word whole = sizeof(Word) * 8;
  kernel.expect({.label = InvocationLabel::irq_issue_irq_handler,
                 .service = CPtr{::seL4_CapIRQControl},
                 .words = Words{33, 100, whole},
                 .caps = Words{2}});
  const Result<IrqHandler> handler = init_thread::irq_control.get(33, init_thread::cnode.slot(100));
  REQUIRE(handler.has_value());
  kernel.expect(
      {.label = InvocationLabel::irq_set_irq_handler, .service = CPtr{100}, .caps = Words{41}});
  kernel.expect({.label = InvocationLabel::irq_ack_irq, .service = CPtr{100}});
  kernel.expect({.label = InvocationLabel::irq_clear_irq_handler, .service = CPtr{100}});
  CHECK(handler->set_notification(Notification{CPtr{41}}).has_value());
  CHECK(handler->ack().has_value());
  CHECK(handler->clear().has_value());
}

TEST_CASE("printing goes to the console") {
  fake::Kernel kernel;
  debug_print("hello");
  CHECK(kernel.console() == (can_debug_print ? "hello" : ""));
}

TEST_CASE("a thread's name goes through the buffer, is terminated and cut") {
  if constexpr (sys::syscall::debug_name_thread.enabled) {
    fake::Kernel kernel;
    kernel.allow_all();
    const char* const name = reinterpret_cast<const char*>(kernel.ipc_buffer().msg);
    debug_name_thread(init_thread::tcb, "worker");
    CHECK(std::string{name} == "worker");
    debug_name_thread(init_thread::tcb, std::string(5000, 'x'));
    CHECK(std::string{name} == std::string(sizeof kernel.ipc_buffer().msg - 1, 'x'));
    CHECK(kernel.messages()[0].cap == init_thread::tcb.cptr());
  }
}

template <bool Enabled>
void check_identify() {
  if constexpr (Enabled) {
    fake::Kernel kernel;
    kernel.expect({.call = sys::syscall::debug_cap_identify, .cap = CPtr{9}}, {.badge = 12});
    CHECK(debug_cap_identify<Enabled>(CPtr{9}) == 12);
  }
}

TEST_CASE("cap_identify returns what comes in the badge register") {
  check_identify<sys::syscall::debug_cap_identify.enabled>();
}

}  // namespace
}  // namespace sel4
