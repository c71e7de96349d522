// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// Which domain runs: the order of events, never their times. Turns are so long that nothing but
// their end decides.

#include <sel4/conformance/actor.hpp>
#include <sel4/conformance/handler.hpp>
#include <sel4/test/root_task.hpp>

namespace {

using namespace sel4;
using namespace sel4::conformance;

constexpr Word turn = Word{config::timer_frequency} / 500;

void configure(Word index, Word domain, Word duration) {
  must(ask(init_thread::domain_set.cptr(), InvocationLabel::domain_schedule_configure,
           {index, domain, duration}),
       "an entry is refused");
}

/// Entries from `start` on, a turn for each of the domains, then an end marker.
template <std::size_t N>
void configure(Word start, const std::array<Word, N>& domains) {
  for (const Word domain : domains) configure(start++, domain, turn);
  configure(start, 0, 0);
}

void start_at(Word index) {
  must(ask(init_thread::domain_set.cptr(), InvocationLabel::domain_schedule_set_start, {index}),
       "a start is refused");
}

void move(CPtr tcb, Word domain) {
  must(ask(init_thread::domain_set.cptr(), InvocationLabel::domain_set_set, {domain}, {tcb}),
       "a thread is not moved");
}

/// Domain 0 has all time, as at boot.
void all_time() {
  configure(0, 0, config::timer_frequency * 100);
  start_at(0);
}

/// Threads that spin and write down when it becomes their turn.
struct Turns {
  volatile char last = '-';
  volatile Word left = 0;

  void begin(Word count) noexcept {
    last = '-';
    left = count;
  }
  void spin(char name) noexcept {
    while (left != 0) {
      if (last == name) continue;
      // Its turn has just begun; the others may have come to the end meanwhile.
      if (left == 0) return;
      last = name;
      left = left - 1;
      note(name);
    }
  }
};

/// A turn after the other, with nothing to do in some, and with the same domain twice in a row.
void order(Scratch& scratch) {
  constexpr std::array<std::array<Word, 4>, 6> schedules{
      {{0, 1, 2, 3}, {3, 2, 1, 0}, {0, 1, 0, 2}, {0, 0, 1, 1}, {0, 15, 1, 15}, {0, 1, 2, 1}}};
  for (const auto& schedule : schedules) {
    scratch.clear();
    Actor a{scratch, {.priority = 90}};
    Actor b{scratch, {.priority = 250}};
    Actor c{scratch};
    Turns turns;
    turns.begin(12);
    auto run_a = [&] { turns.spin('a'); };
    auto run_b = [&] { turns.spin('b'); };
    auto run_c = [&] { turns.spin('c'); };
    move(a.tcb(), 1);
    move(b.tcb(), 2);
    move(c.tcb(), 3);
    a.start(run_a);
    b.start(run_b);
    c.start(run_c);
    note("main");
    configure(8, schedule);
    start_at(8);
    turns.spin('m');
    all_time();
    tell_notes("order ", schedule[0], schedule[1], schedule[2], schedule[3]);
  }
}

/// Who becomes ready outside its turn waits for it, whatever its priority.
void across(Scratch& scratch) {
  for (const Word priority : {Word{90}, Word{200}}) {
    scratch.clear();
    const CPtr go = scratch.make(::seL4_NotificationObject, 0);
    const CPtr done = scratch.make(::seL4_NotificationObject, 0);
    const CPtr endpoint = scratch.make(::seL4_EndpointObject, 0);
    const CPtr reply = scratch.make(::seL4_ReplyObject, 0);
    Actor waiter{scratch, {.priority = priority}};
    Actor server{scratch, {.priority = priority}};
    auto wait_and_tell = [&] {
      static_cast<void>(wait(go));
      note("woken");
      sys::signal(done);
    };
    auto serve = [&] {
      for (;;) {
        const sys::Registers in = sys::recv(endpoint, reply.bits());
        note("request ", in.mr0);
        sys::send(reply, sys::MessageInfo{{.length = 1}}, {.mr0 = in.mr0 + 1});
        note("replied");
      }
    };
    move(waiter.tcb(), 1);
    move(server.tcb(), 2);
    waiter.start(wait_and_tell);
    server.start(serve);
    configure(8, std::array<Word, 3>{0, 1, 2});
    start_at(8);
    for (Word round = 0; round < 3; ++round) {
      note("call");
      const sys::Registers out =
          sys::call(endpoint, sys::MessageInfo{{.length = 1}}, {.mr0 = round * 10});
      note("answer ", out.mr0);
    }
    note("signal");
    sys::signal(go);
    note("signalled");
    static_cast<void>(wait(done));
    note("told");
    all_time();
    tell_notes("across, priority ", priority);
  }
}

/// The thread that asks moves itself, and new threads are where their maker is.
void itself(Scratch& scratch) {
  scratch.clear();
  configure(8, std::array<Word, 2>{0, 1});
  start_at(8);
  Actor in_zero{scratch};
  auto run = [&] { note("in domain 0"); };
  in_zero.start(run);
  note("moving");
  move(init_thread::tcb.cptr(), 1);
  note("moved");
  {
    Actor in_one{scratch};
    auto run_one = [&] { note("in domain 1"); };
    in_one.start(run_one);
    note("started");
  }
  move(init_thread::tcb.cptr(), 0);
  note("back");
  all_time();
  tell_notes("itself");
}

/// A thread that is ready, or runs on, is moved; and one that waits.
void moved(Scratch& scratch) {
  scratch.clear();
  const CPtr go = scratch.make(::seL4_NotificationObject, 0);
  Actor ready{scratch, {.priority = 90}};
  Actor waiting{scratch, {.priority = 110}};
  auto run = [&] { note("ready one"); };
  auto run_waiting = [&] {
    note("waits");
    static_cast<void>(wait(go));
    note("woken");
  };
  ready.start(run);
  waiting.start(run_waiting);
  move(ready.tcb(), 1);
  move(waiting.tcb(), 1);
  note("signal");
  sys::signal(go);
  configure(8, std::array<Word, 2>{0, 1});
  start_at(8);
  Turns turns;
  turns.begin(1);
  turns.spin('m');
  // Until both have run: their turn comes for certain, and nobody else's notes come in between.
  const CPtr wake_up = scratch.make(::seL4_NotificationObject, 0);
  Actor last{scratch, {.priority = 80}};
  auto tell_main = [&] { sys::signal(wake_up); };
  move(last.tcb(), 1);
  last.start(tell_main);
  static_cast<void>(wait(wake_up));
  note("main");
  move(ready.tcb(), 0);
  ready.start(run);
  move(ready.tcb(), 0);
  configure(9, 0, 0);
  set_main_priority(80);
  note("main at 80");
  set_main_priority();
  all_time();
  tell_notes("moved");
}

/// Entries that change while they run, and starts that end the running one at once.
void changed(Scratch& scratch) {
  scratch.clear();
  Actor a{scratch};
  Actor b{scratch};
  Turns turns;
  auto run_a = [&] { turns.spin('a'); };
  auto run_b = [&] { turns.spin('b'); };
  move(a.tcb(), 1);
  move(b.tcb(), 2);
  turns.begin(8);
  a.start(run_a);
  b.start(run_b);
  configure(8, std::array<Word, 2>{0, 1});
  configure(20, std::array<Word, 3>{0, 2, 1});
  start_at(8);
  note("started");
  // What is left of this turn is as it was; the next time it is domain 2's.
  configure(9, 2, turn);
  configure(10, 0, turn);
  configure(11, 1, turn);
  configure(12, 0, 0);
  turns.spin('m');
  tell_notes("changed");
  turns.begin(8);
  a.start(run_a);
  b.start(run_b);
  start_at(20);
  turns.spin('m');
  tell_notes("another start");
  // An end marker in the middle of a schedule, and the last entry that can be.
  turns.begin(8);
  a.start(run_a);
  b.start(run_b);
  configure(21, 0, 0);
  configure(22, 1, turn);
  start_at(20);
  Word spins = 0;
  while (spins < 200'000) spins = spins + 1;
  note("only main");
  constexpr Word last = config::num_domain_schedules - 2;
  configure(last - 1, 0, turn);
  configure(last, 1, turn);
  start_at(last - 1);
  turns.spin('m');
  all_time();
  tell_notes("the last entries");
}

/// Budgets that end within a turn, and those that outlast it and are used up in parts: more than
/// there is room for.
void budgets(Scratch& scratch) {
  constexpr std::array<std::array<Word, 3>, 6> cases{{{500, 1'000, 0},
                                                      {1'000, 2'000, 0},
                                                      {10'000, 55'300, 0},
                                                      {10'000, 55'300, 1},
                                                      {10'000, 55'300, 3},
                                                      {9'000, 31'300, 0}}};
  for (const auto& [budget, period, extra] : cases) {
    scratch.clear();
    Actor a{scratch, {.priority = 120, .budget = budget, .period = period, .extra_refills = extra}};
    Actor b{scratch, {.priority = 110}};
    Turns turns;
    auto run_a = [&] { turns.spin('a'); };
    auto run_b = [&] { turns.spin('b'); };
    move(a.tcb(), 1);
    move(b.tcb(), 1);
    turns.begin(40);
    a.start(run_a);
    b.start(run_b);
    configure(8, 0, turn);
    configure(9, 1, 4 * turn);
    configure(10, 0, 0);
    start_at(8);
    turns.spin('m');
    all_time();
    tell_notes("budget ", budget, " in ", period, ", extra refills ", extra);
  }
}

void run(const BootInfo& boot_info) {
  Scratch scratch{boot_info};
  set_main_priority();
  constexpr Word long_turn = 10'000'000;
  must(ask(boot_info.sched_controls()[0].cptr(), InvocationLabel::sched_control_configure_flags,
           {long_turn, long_turn, 0, 0, 0}, {init_thread::sched_context.cptr()}),
       "the initial thread gets no time");
  all_time();
  order(scratch);
  across(scratch);
  itself(scratch);
  moved(scratch);
  changed(scratch);
  budgets(scratch);
  end();
  test::pass();
}

}  // namespace

SEL4_ROOT_TASK(run, .stack_size = 64 * 1024);
