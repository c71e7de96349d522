// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// Which thread runs: the order of events, never their times.

#include "parts.hpp"

#include <sel4/test/root_task.hpp>

namespace {

using namespace sel4;
using namespace sel4::conformance;

sys::Registers set_priority(CPtr tcb, Word priority) {
  return ask(tcb, InvocationLabel::tcb_set_priority, {priority}, {init_thread::tcb.cptr()});
}

/// Threads become ready one after the other, below and above each other and this one.
void ready(Scratch& scratch) {
  for (int way = 0; way < 6; ++way) {
    scratch.clear();
    constexpr std::array<std::array<Word, 4>, 6> priorities{{{110, 111, 112, 113},
                                                             {113, 112, 111, 110},
                                                             {90, 91, 92, 93},
                                                             {93, 92, 91, 90},
                                                             {100, 100, 100, 100},
                                                             {90, 110, 90, 110}}};
    const auto& of = priorities[static_cast<std::size_t>(way)];
    const CPtr done = scratch.make(::seL4_NotificationObject, 0);
    Actor a{scratch, {.priority = of[0]}};
    Actor b{scratch, {.priority = of[1]}};
    Actor c{scratch, {.priority = of[2]}};
    Actor d{scratch, {.priority = of[3]}};
    Word left = 4;
    const auto run = [&](char name) {
      note(name, " runs");
      sys::yield();
      note(name, " after yield");
      if (--left == 0) sys::signal(done);
    };
    auto run_a = [&] { run('a'); };
    auto run_b = [&] { run('b'); };
    auto run_c = [&] { run('c'); };
    auto run_d = [&] { run('d'); };
    a.start(run_a);
    note("main");
    b.start(run_b);
    note("main");
    c.start(run_c);
    note("main");
    d.start(run_d);
    note("main");
    sys::yield();
    note("main after yield");
    static_cast<void>(wait(done));
    tell_notes("ready, way ", way);
  }
}

/// Priorities that change while threads are ready, and who may change them.
void priorities(Scratch& scratch) {
  scratch.clear();
  Actor low{scratch, {.priority = 90}};
  Actor authority{scratch, {.priority = 50, .max_controlled_priority = 120}};
  auto run = [&] { note("low runs"); };
  low.start(run);
  tell_notes("below");
  tell(set_priority(low.tcb(), main_priority + 1), "raised");
  tell_notes("above");
  for (const Word priority : {Word{0}, Word{1}, Word{119}, Word{120}, Word{121}, Word{255},
                              Word{256}, Word{1} << 32, ~Word{0}}) {
    tell(ask(low.tcb(), InvocationLabel::tcb_set_priority, {priority}, {authority.tcb()}),
         "priority ", hex(priority));
    tell(ask(low.tcb(), InvocationLabel::tcb_set_mc_priority, {priority}, {authority.tcb()}),
         "maximum ", hex(priority));
    tell(ask(low.tcb(), InvocationLabel::tcb_set_sched_params, {priority, 3},
             {authority.tcb(), low.sched_context(), CPtr{}}),
         "both, maximum ", hex(priority));
    tell(ask(low.tcb(), InvocationLabel::tcb_set_sched_params, {3, priority},
             {authority.tcb(), low.sched_context(), CPtr{}}),
         "both, priority ", hex(priority));
  }
  const CPtr none = scratch.slot().cptr();
  const CPtr endpoint = scratch.make(::seL4_EndpointObject, 0);
  for (const CPtr by : {none, endpoint, low.sched_context()}) {
    tell(ask(low.tcb(), InvocationLabel::tcb_set_priority, {1}, {by}), "by no thread");
    tell(ask(low.tcb(), InvocationLabel::tcb_set_sched_params, {1, 1},
             {by, low.sched_context(), CPtr{}}),
         "by no thread");
  }
  const CPtr fresh = scratch.make(::seL4_TCBObject, 0);
  const CPtr context = scratch.make(::seL4_SchedContextObject, 7);
  const auto params = [&](CPtr tcb, CPtr with, std::string_view what) {
    tell(ask(tcb, InvocationLabel::tcb_set_sched_params, {1, 1},
             {init_thread::tcb.cptr(), with, CPtr{}}),
         what);
  };
  params(fresh, low.sched_context(), "another's context");
  params(fresh, endpoint, "no context");
  params(fresh, context, "a context that is not configured");
  params(fresh, context, "the same again");
  params(fresh, none, "an empty slot");
  params(low.tcb(), context, "a context for who has one");
  params(low.tcb(), none, "none for who has one");
  params(low.tcb(), context, "then another");
  // A thread lowers itself.
  Actor self{scratch, {.priority = 120, .max_controlled_priority = 120}};
  auto lower = [&] {
    note("self at 120");
    must(ask(self.tcb(), InvocationLabel::tcb_set_priority, {90}, {self.tcb()}), "not lowered");
    note("self at 90");
  };
  self.start(lower);
  note("main");
  set_main_priority(80);
  note("main at 80");
  set_main_priority();
  tell_notes("lowered");
}

void suspended(Scratch& scratch) {
  scratch.clear();
  const CPtr done = scratch.make(::seL4_NotificationObject, 0);
  Actor a{scratch, {.priority = 90}};
  Actor b{scratch, {.priority = 90}};
  auto run_a = [&] {
    note("a");
    sys::yield();
    note("a again");
  };
  auto run_b = [&] {
    note("b");
    sys::yield();
    note("b again");
    sys::signal(done);
  };
  a.load(run_a);
  b.start(run_b);
  tell(ask(a.tcb(), InvocationLabel::tcb_resume), "resumed");
  tell(ask(a.tcb(), InvocationLabel::tcb_resume), "resumed again");
  static_cast<void>(wait(done));
  tell_notes("b before a");
  a.load(run_a);
  b.start(run_b);
  tell(ask(b.tcb(), InvocationLabel::tcb_suspend), "suspended");
  tell(ask(b.tcb(), InvocationLabel::tcb_suspend), "suspended again");
  tell(ask(a.tcb(), InvocationLabel::tcb_resume), "resumed");
  tell(ask(b.tcb(), InvocationLabel::tcb_resume), "resumed");
  static_cast<void>(wait(done));
  tell_notes("a before b");
}

/// Registers of threads in all states, by all the methods that read and write them.
void registers(Scratch& scratch) {
  scratch.clear();
  const CPtr endpoint = scratch.make(::seL4_EndpointObject, 0);
  Actor a{scratch, {.priority = 90}};
  Actor b{scratch, {.priority = 110}};
  auto run = [&] { static_cast<void>(wait(endpoint)); };
  b.start(run);
  a.load(run);
  const std::array<CPtr, 3> threads{a.tcb(), b.tcb(), init_thread::tcb.cptr()};
  for (const CPtr tcb : threads) {
    for (const Word count :
         {Word{0}, Word{1}, Word{2}, Word{32}, Word{33}, Word{36}, Word{37}, ~Word{0}}) {
      tell(ask(tcb, InvocationLabel::tcb_read_registers, {0, count}), "read ", hex(count));
    }
    tell(ask(tcb, InvocationLabel::tcb_write_registers, {0, 0}), "write none");
    tell(ask(tcb, InvocationLabel::tcb_write_registers, {0, 2, 1}), "write too little");
    tell(ask(tcb, InvocationLabel::tcb_write_registers, {0}), "write nothing");
    for (const CPtr from : threads) {
      if (tcb == init_thread::tcb.cptr()) continue;
      tell(ask(tcb, InvocationLabel::tcb_copy_registers, {0}, {from}), "copy none");
    }
    tell(ask(tcb, InvocationLabel::tcb_copy_registers, {0}, {endpoint}), "copy from no thread");
    tell(ask(tcb, InvocationLabel::tcb_copy_registers, {0}), "copy from nothing");
  }
  tell(ask(a.tcb(), InvocationLabel::tcb_set_tls_base, {0x1234}), "TLS base");
  for (const Word flags : {Word{0}, Word{1}, Word{2}, ~Word{0}}) {
    const sys::Registers set = ask(a.tcb(), InvocationLabel::tcb_set_flags, {0, flags});
    tell(set, "set flags ", hex(flags));
    line("now ", hex(set.mr0));
    const sys::Registers clear = ask(a.tcb(), InvocationLabel::tcb_set_flags, {flags, 0});
    tell(clear, "clear flags ", hex(flags));
    line("now ", hex(clear.mr0));
  }
}

/// YieldTo: the other thread runs if it may, and the answer comes when it has run.
void yield_to(Scratch& scratch) {
  for (int way = 0; way < 9; ++way) {
    scratch.clear();
    const CPtr done = scratch.make(::seL4_NotificationObject, 0);
    const Word priority = way == 1 ? 90 : way == 2 ? 110 : 100;
    Actor other{scratch, {.priority = priority, .has_sched_context = true}};
    Actor third{scratch, {.priority = 100}};
    Word rounds = 3;
    auto run = [&] {
      while (rounds-- > 0) {
        note("other");
        sys::yield();
      }
      sys::signal(done);
    };
    auto run_third = [&] { note("third"); };
    third.start(run_third);
    CPtr context = other.sched_context();
    if (way == 3) {
      must(ask(context, InvocationLabel::sched_context_unbind), "unbind");
    }
    if (way == 4) context = init_thread::sched_context.cptr();
    if (way == 5) context = scratch.make(::seL4_SchedContextObject, 8);
    if (way != 6) other.start(run);
    if (way == 7) must(set_priority(other.tcb(), 101), "priority");
    Text text;
    for (int i = 0; i < 3; ++i) {
      note("main");
      const sys::Registers reply = ask(context, InvocationLabel::sched_context_yield_to);
      add_answer(text, reply);
      text.add(' ');
      if (way == 8) must(ask(context, InvocationLabel::sched_context_consumed), "consumed");
    }
    note("main goes on");
    if (way != 3 && way != 6) static_cast<void>(wait(done));
    tell_notes("yield to, way ", way, ", ", text.view());
  }
}

/// Contexts that are configured, asked, bound and unbound.
void contexts(Scratch& scratch) {
  scratch.clear();
  const CPtr control = scratch.boot_info().sched_controls()[0].cptr();
  for (const Word bits : {Word{7}, Word{8}, Word{9}, Word{10}}) {
    const CPtr context = scratch.make(::seL4_SchedContextObject, bits);
    line("# context of ", bits, " bits");
    struct Parameters {
      Word budget;
      Word period;
      Word refills;
      Word badge;
      Word flags;
    };
    constexpr Word all = ~Word{0};
    constexpr std::array cases{
        Parameters{1000, 1000, 0, 0, 0},    Parameters{1000, 2000, 0, 5, 0},
        Parameters{1000, 2000, 0, 5, 1},    Parameters{1000, 2000, 0, 5, 2},
        Parameters{1000, 2000, 0, 5, all},  Parameters{0, 0, 0, 0, 0},
        Parameters{1, 1, 0, 0, 0},          Parameters{0, 1000, 0, 0, 0},
        Parameters{1000, 0, 0, 0, 0},       Parameters{2000, 1000, 0, 0, 0},
        Parameters{all, all, 0, 0, 0},      Parameters{all >> 8, all >> 8, 0, 0, 0},
        Parameters{1000, all, 0, 0, 0},     Parameters{1000, 2000, 1, 0, 0},
        Parameters{1000, 2000, 7, 0, 0},    Parameters{1000, 2000, 8, 0, 0},
        Parameters{1000, 2000, 9, 0, 0},    Parameters{1000, 2000, 23, 0, 0},
        Parameters{1000, 2000, 24, 0, 0},   Parameters{1000, 2000, 25, 0, 0},
        Parameters{1000, 2000, 56, 0, 0},   Parameters{1000, 2000, 57, 0, 0},
        Parameters{1000, 2000, 1000, 0, 0}, Parameters{1000, 2000, all, 0, 0},
        Parameters{1000, 1000, 1000, 0, 0}, Parameters{1000, 1000, all, 0, 0}};
    for (const Parameters& p : cases) {
      const sys::Registers reply =
          ask(control, InvocationLabel::sched_control_configure_flags,
              {p.budget, p.period, p.refills, p.badge, p.flags}, {context});
      // The limits of a range are in microseconds of this machine's clock.
      tell(reply, hex(p.budget), " of ", hex(p.period), ", refills ", hex(p.refills), ", flags ",
           hex(p.flags));
    }
    tell(ask(context, InvocationLabel::sched_context_consumed), "consumed");
    tell(ask(context, InvocationLabel::sched_context_yield_to), "yield to");
  }
  const CPtr endpoint = scratch.make(::seL4_EndpointObject, 0);
  tell(ask(control, InvocationLabel::sched_control_configure_flags, {1000, 1000, 0, 0, 0},
           {endpoint}),
       "no context");
  tell(ask(control, InvocationLabel::sched_control_configure_flags, {1000, 1000, 0, 0, 0}),
       "nothing");
  tell(ask(control, InvocationLabel::sched_control_configure_flags, {1000, 1000, 0, 0}, {endpoint}),
       "too short");
  // A thread that waits is bound to a context that was never configured.
  const CPtr context = scratch.make(::seL4_SchedContextObject, 8);
  Actor actor{scratch, {.has_sched_context = false}};
  auto run = [&] { note("runs"); };
  actor.start(run);
  tell_notes("without context");
  tell(ask(context, InvocationLabel::sched_context_bind, {}, {actor.tcb()}), "bound");
  tell_notes("with an empty one");
  tell(ask(control, InvocationLabel::sched_control_configure_flags, {1000, 1000, 0, 0, 0},
           {context}),
       "configured");
  tell_notes("with time");
  for (const CPtr to : {endpoint, control, context, actor.tcb()}) {
    tell(ask(context, InvocationLabel::sched_context_bind, {}, {to}), "bound to something");
  }
  tell(ask(init_thread::sched_context.cptr(), InvocationLabel::sched_context_consumed), "ours");
  tell(ask(init_thread::sched_context.cptr(), InvocationLabel::sched_context_unbind), "ours");
  tell(ask(init_thread::sched_context.cptr(), InvocationLabel::sched_context_unbind_object, {},
           {init_thread::tcb.cptr()}),
       "ours");
  tell(ask(init_thread::sched_context.cptr(), InvocationLabel::sched_context_bind, {},
           {init_thread::tcb.cptr()}),
       "ours");
}

/// The initial thread's turn must not end where that depends on how much the kernel has to say.
void make_turn_long(Scratch& scratch) {
  constexpr Word turn = 10'000'000;
  must(ask(scratch.boot_info().sched_controls()[0].cptr(),
           InvocationLabel::sched_control_configure_flags, {turn, turn, 0, 0, 0},
           {init_thread::sched_context.cptr()}),
       "the initial thread gets no time");
}

void run(const BootInfo& boot_info) {
  Scratch scratch{boot_info};
  set_main_priority();
  make_turn_long(scratch);
  ready(scratch);
  priorities(scratch);
  suspended(scratch);
  registers(scratch);
  yield_to(scratch);
  contexts(scratch);
  budgets(scratch);
  end();
  test::pass();
}

}  // namespace

SEL4_ROOT_TASK(run, .stack_size = 64 * 1024);
