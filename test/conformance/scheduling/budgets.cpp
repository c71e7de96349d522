// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "parts.hpp"

#include <sel4/conformance/arch/unit.hpp>

#include <atomic>

namespace sel4::conformance {

namespace {

using machine::unit;

/// Notes each change of the running thread, up to so many.
class Turns {
 public:
  Turns(CPtr done, Word count) noexcept : done_(done), left_(count) {}

  /// Runs until all turns have been noted.
  void spin(char name) noexcept {
    while (left_ != 0) {
      if (last_.exchange(name) != name) {
        notes().add(name);
        if (--left_ == 0) sys::signal(done_);
      }
    }
  }

 private:
  CPtr done_;
  std::atomic<Word> left_;
  std::atomic<char> last_ = '-';
};

/// Whether the kernel takes so long to make a thread ready that others with the same times are not
/// ready yet: their order then depends on how fast it is.
constexpr bool is_kernel_slow = machine::unit > 1000;

struct Spinner {
  Word priority;
  Word budget;
  Word period;
  Word refills = 0;
  Word flags = 0;
};

/// Three threads that never wait: whose turn it is when.
void spinning(Scratch& scratch) {
  struct Case {
    std::string_view name;
    Word turns;
    std::array<Spinner, 3> spinners;
    /// Their budgets come back at the same time, or nearly.
    bool is_close = false;
  };
  constexpr std::array cases{
      Case{"round robin, equal",
           12,
           {{{90, 5 * unit, 5 * unit}, {90, 5 * unit, 5 * unit}, {90, 5 * unit, 5 * unit}}}},
      Case{"round robin, unequal",
           12,
           {{{90, 2 * unit, 2 * unit}, {90, 20 * unit, 20 * unit}, {90, 5 * unit, 5 * unit}}}},
      Case{"round robin above another",
           8,
           {{{91, 5 * unit, 5 * unit}, {91, 5 * unit, 5 * unit}, {90, 5 * unit, 5 * unit}}}},
      Case{"a budget above a background",
           10,
           {{{92, 5 * unit, 50 * unit}, {90, 500 * unit, 500 * unit}, {80, 5 * unit, 5 * unit}}}},
      Case{"two budgets above a background",
           18,
           {{{92, 5 * unit, 100 * unit}, {91, 20 * unit, 100 * unit}, {90, 5 * unit, 5 * unit}}}},
      Case{
          "two periods, one twice the other",
          20,
          {{{92, 5 * unit, 50 * unit}, {91, 10 * unit, 100 * unit}, {90, 500 * unit, 500 * unit}}}},
      Case{"budgets in one priority",
           12,
           {{{90, 5 * unit, 60 * unit}, {90, 5 * unit, 60 * unit}, {90, 5 * unit, 60 * unit}}},
           true},
      Case{"budgets and a round robin in one priority",
           16,
           {{{90, 5 * unit, 60 * unit}, {90, 10 * unit, 60 * unit}, {90, 20 * unit, 20 * unit}}}},
      Case{
          "more refills",
          10,
          {{{92, 5 * unit, 50 * unit, 4}, {90, 500 * unit, 500 * unit}, {80, 5 * unit, 5 * unit}}}},
      Case{"sporadic",
           10,
           {{{92, 5 * unit, 50 * unit, 4, 1},
             {90, 500 * unit, 500 * unit},
             {80, 5 * unit, 5 * unit}}}},
      Case{"a high one without limit",
           2,
           {{{92, 5 * unit, 5 * unit}, {91, 5 * unit, 5 * unit}, {90, 5 * unit, 5 * unit}}}},
  };
  for (const Case& c : cases) {
    if (is_kernel_slow && c.is_close) continue;
    scratch.clear();
    const CPtr done = scratch.make(::seL4_NotificationObject, 0);
    const auto options = [&](const Spinner& s) -> ActorOptions {
      return {.priority = s.priority,
              .budget = s.budget,
              .period = s.period,
              .extra_refills = s.refills,
              .budget_flags = s.flags};
    };
    Actor a{scratch, options(c.spinners[0])};
    Actor b{scratch, options(c.spinners[1])};
    Actor d{scratch, options(c.spinners[2])};
    Turns turns{done, c.turns};
    auto run_a = [&] { turns.spin('a'); };
    auto run_b = [&] { turns.spin('b'); };
    auto run_d = [&] { turns.spin('c'); };
    a.load(run_a);
    b.load(run_b);
    d.load(run_d);
    for (const Actor* const actor : {&a, &b, &d}) {
      must(ask(actor->tcb(), InvocationLabel::tcb_resume), "not resumed");
    }
    if (c.turns == 2) {
      // Only the first ever runs; the initial thread takes a turn by the clock of another.
      Actor clock{scratch, {.priority = 95, .budget = 2 * unit, .period = 40 * unit}};
      auto tick = [&] {
        for (int i = 0; i < 4; ++i) {
          notes().add('|');
          sys::yield();
        }
        sys::signal(done);
      };
      clock.start(tick);
      static_cast<void>(wait(done));
      for (const Actor* const actor : {&a, &b, &d}) {
        must(ask(actor->tcb(), InvocationLabel::tcb_suspend), "not suspended");
      }
      tell_notes(c.name);
      continue;
    }
    static_cast<void>(wait(done));
    tell_notes(c.name);
  }
}

/// Yield gives up what is left of a budget, and the next comes when it is due.
void yielding(Scratch& scratch) {
  for (int way = 0; way < 4; ++way) {
    scratch.clear();
    const CPtr done = scratch.make(::seL4_NotificationObject, 0);
    Actor server{scratch,
                 {.priority = 92,
                  .budget = 10 * unit,
                  .period = 80 * unit,
                  .extra_refills = way == 1 ? Word{3} : Word{0},
                  .budget_flags = way == 2 ? Word{1} : Word{0}}};
    const Word turn = way == 3 ? 5 * unit : 10'000 * unit;
    Actor other{scratch,
                {.priority = way == 3 ? Word{92} : Word{90}, .budget = turn, .period = turn}};
    bool is_over = false;
    auto serve = [&] {
      for (int i = 0; i < 5; ++i) {
        notes().add('s');
        sys::yield();
      }
      is_over = true;
      sys::signal(done);
    };
    std::atomic<Word> count = 0;
    auto work = [&] {
      std::size_t last = 0;
      while (!static_cast<volatile bool&>(is_over)) {
        const std::size_t now = notes().view().size();
        if (now != last) {
          notes().add('o');
          last = notes().view().size();
          if (way == 3) sys::yield();
        }
        ++count;
      }
    };
    other.load(work);
    server.load(serve);
    must(ask(other.tcb(), InvocationLabel::tcb_resume), "not resumed");
    must(ask(server.tcb(), InvocationLabel::tcb_resume), "not resumed");
    static_cast<void>(wait(done));
    must(ask(other.tcb(), InvocationLabel::tcb_suspend), "not suspended");
    tell_notes("yield, way ", way);
  }
}

/// Timeout faults come when the budget of whoever runs on it ends: also a server's for its client.
void expiring(Scratch& scratch) {
  for (int way = 0; way < 3; ++way) {
    scratch.clear();
    const CPtr endpoint = scratch.make(::seL4_EndpointObject, 0);
    const CPtr reply = scratch.make(::seL4_ReplyObject, 0);
    Handler timeouts{scratch, 55};
    Actor client{scratch,
                 {.priority = 90, .budget = 5 * unit, .period = 50 * unit, .budget_badge = 0xc11}};
    Actor server{scratch,
                 {.priority = 91, .budget = 5 * unit, .period = 50 * unit, .budget_badge = 0x5e1}};
    const auto handle = [&](const Actor& actor) {
      must(ask(actor.tcb(), InvocationLabel::tcb_set_timeout_endpoint, {}, {timeouts.cap()}),
           "no handler");
    };
    if (way != 1) handle(server);
    if (way != 2) handle(client);
    auto serve = [&] {
      static_cast<void>(recv(endpoint, reply));
      for (;;) asm volatile("" ::: "memory");
    };
    auto call = [&] { static_cast<void>(sys::call(endpoint, MessageInfo{{.label = 1}}, {})); };
    server.start(serve);
    Actor waiter{scratch, {.priority = 80}};
    const CPtr done = scratch.make(::seL4_NotificationObject, 0);
    auto signal = [&] { sys::signal(done); };
    waiter.start(signal);
    static_cast<void>(wait(done));
    if (way != 0) {
      must(ask(server.sched_context(), InvocationLabel::sched_context_unbind), "not passive");
    }
    client.start(call);
    if (way == 1) {
      // Nobody hears of it: the server goes on in the next period. Time passes until then.
      Actor late{scratch, {.priority = 85, .budget = 5 * unit, .period = 200 * unit}};
      auto twice = [&] {
        sys::yield();
        sys::signal(done);
      };
      late.start(twice);
      static_cast<void>(wait(done));
      tell_notes("expiring, way ", way, ", not heard of");
      continue;
    }
    const sys::Registers got = recv(timeouts.endpoint(), timeouts.reply());
    note("timeout badge ", got.cap, " label ", sys::message_info(got).label(), " data ",
         hex(got.mr0));
    tell_notes("expiring, way ", way);
  }
}

}  // namespace

void budgets(Scratch& scratch) {
  spinning(scratch);
  yielding(scratch);
  expiring(scratch);
}

}  // namespace sel4::conformance
