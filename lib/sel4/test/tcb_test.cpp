// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/domain_set.hpp>
#include <sel4/fake/kernel.hpp>
#include <sel4/init_thread.hpp>
#include <sel4/sched_control.hpp>
#include <sel4/tcb.hpp>

#include <doctest/doctest.h>
#include <vector>

namespace sel4 {
namespace {

using sys::InvocationLabel;
using Words = std::vector<Word>;

constexpr Tcb tcb{CPtr{70}};

TEST_CASE("configure says CSpace, VSpace and IPC buffer") {
  fake::Kernel kernel;
  const Guard guard = Guard::for_root(8);
  const Words words =
      config::kernel_mcs ? Words{guard.data(), 0, 0x10'0000} : Words{0, guard.data(), 0, 0x10'0000};
  kernel.expect({.label = InvocationLabel::tcb_configure,
                 .service = CPtr{70},
                 .words = words,
                 .caps = Words{50, 51, 52}});
  CHECK(tcb.configure({.cspace_root = CNode{CPtr{50}},
                       .cspace_guard = guard,
                       .vspace_root = VSpace{CPtr{51}},
                       .ipc_buffer = Vaddr{0x10'0000},
                       .ipc_buffer_frame = SmallFrame{CPtr{52}}})
            .has_value());
}

TEST_CASE("a fault handler is a capability with MCS, an address without") {
  fake::Kernel kernel;
  kernel.allow_all();
  const FaultHandler handler{CPtr{33}};
  CHECK(tcb.set_space({.cspace_root = CNode{CPtr{50}}, .vspace_root = VSpace{CPtr{51}}}, handler)
            .has_value());
  const fake::Message& message = kernel.messages()[0];
  CHECK(message.caps == (config::kernel_mcs ? Words{33, 50, 51} : Words{50, 51}));
  CHECK(message.words == (config::kernel_mcs ? Words{0, 0} : Words{33, 0, 0}));
}

TEST_CASE("priorities, suspend, resume and notifications") {
  fake::Kernel kernel;
  kernel.expect({.label = InvocationLabel::tcb_set_priority,
                 .service = CPtr{70},
                 .words = Words{200},
                 .caps = Words{::seL4_CapInitThreadTCB}});
  kernel.expect({.label = InvocationLabel::tcb_set_mc_priority, .words = Words{255}},
                {.error = Error::range});
  kernel.expect({.label = InvocationLabel::tcb_suspend, .service = CPtr{70}});
  kernel.expect({.label = InvocationLabel::tcb_resume, .service = CPtr{70}});
  kernel.expect({.label = InvocationLabel::tcb_bind_notification, .caps = Words{41}});
  kernel.expect({.label = InvocationLabel::tcb_unbind_notification});
  CHECK(tcb.set_priority(init_thread::tcb, Priority{200}).has_value());
  CHECK(tcb.set_max_controlled_priority(init_thread::tcb, Priority::highest()).error() ==
        Error::range);
  CHECK(tcb.suspend().has_value());
  CHECK(tcb.resume().has_value());
  CHECK(tcb.bind_notification(Notification{CPtr{41}}).has_value());
  CHECK(tcb.unbind_notification().has_value());
}

TEST_CASE("registers go out and come back in the kernel's order") {
  fake::Kernel kernel;
  UserContext context;
  context.set_pc(Vaddr{0x1000});
  context.set_sp(Vaddr{0x2000});
  context.set_argument(0, 7);
  kernel.expect({.label = InvocationLabel::tcb_write_registers, .service = CPtr{70}});
  CHECK(tcb.write_registers(context, {.resume_target = true}).has_value());
  const Words sent = kernel.messages()[0].words;
  REQUIRE(sent.size() == 2 + UserContext::word_count);
  CHECK(sent[0] == 1);
  CHECK(sent[1] == UserContext::word_count);
  CHECK(sent[2] == 0x1000);

  kernel.expect(
      {.label = InvocationLabel::tcb_read_registers, .words = Words{0, UserContext::word_count}},
      {.words = Words(sent.begin() + 2, sent.end())});
  const Result<UserContext> read = tcb.read_registers();
  REQUIRE(read.has_value());
  CHECK(read->pc() == Vaddr{0x1000});
  CHECK(read->sp() == Vaddr{0x2000});
  CHECK(read->argument(0) == 7);

  kernel.expect(
      {.label = InvocationLabel::tcb_copy_registers, .words = Words{0b1100}, .caps = Words{71}});
  CHECK(tcb.copy_registers(Tcb{CPtr{71}}, {}).has_value());
}

template <class T>
void check_sched_params(T thread) {
  const TcbPriorities priorities{.max_controlled_priority = Priority{100},
                                 .priority = Priority{50}};
  fake::Kernel kernel;
  kernel.expect({.label = InvocationLabel::tcb_set_sched_params, .words = Words{100, 50}});
  if constexpr (config::kernel_mcs) {
    CHECK(thread
              .set_sched_params(init_thread::tcb, priorities, SchedContext{CPtr{80}},
                                Endpoint{CPtr{40}})
              .has_value());
    CHECK(kernel.messages()[0].caps == Words{::seL4_CapInitThreadTCB, 80, 40});
  } else {
    CHECK(thread.set_sched_params(init_thread::tcb, priorities).has_value());
  }
}

TEST_CASE("scheduling parameters") { check_sched_params(tcb); }

// Labels, too, are there only with MCS.
template <class Label, class Control, class Context>
void check_sched_context(Control control, Context context) {
  if constexpr (requires { context.consumed(); }) {
    fake::Kernel kernel;
    kernel.expect({.label = Label::sched_control_configure_flags,
                   .service = CPtr{16},
                   .words = Words{1000, 2000, 3, 0x44, detail::sporadic_flag},
                   .caps = Words{80}});
    kernel.expect({.label = Label::sched_context_bind, .caps = Words{70}});
    kernel.expect({.label = Label::sched_context_consumed}, {.words = {1234}});
    kernel.expect({.label = Label::sched_context_yield_to}, {.error = Error::illegal_operation});
    CHECK(control
              .configure(context, {.budget = Microseconds{1000},
                                   .period = Microseconds{2000},
                                   .extra_refills = 3,
                                   .badge = Badge{0x44},
                                   .sporadic = true})
              .has_value());
    CHECK(context.bind(tcb).has_value());
    CHECK(*context.consumed() == Microseconds{1234});
    CHECK(context.yield_to().error() == Error::illegal_operation);
  } else {
    CHECK_FALSE(config::kernel_mcs);
  }
}

TEST_CASE("scheduling contexts") {
  check_sched_context<InvocationLabel>(SchedControl{CPtr{16}}, SchedContext{CPtr{80}});
}

TEST_CASE("domains") {
  fake::Kernel kernel;
  kernel.expect({.label = InvocationLabel::domain_set_set, .words = Words{1}, .caps = Words{70}},
                {.error = Error::invalid_argument});
  kernel.expect({.label = InvocationLabel::domain_schedule_configure, .words = Words{2, 1, 99}});
  kernel.expect({.label = InvocationLabel::domain_schedule_set_start, .words = Words{2}});
  CHECK(init_thread::domain_set.set(Domain{1}, tcb).error() == Error::invalid_argument);
  CHECK(
      init_thread::domain_set.configure_schedule({.index = 2, .domain = Domain{1}, .duration = 99})
          .has_value());
  CHECK(init_thread::domain_set.set_schedule_start(2).has_value());
}

}  // namespace
}  // namespace sel4
