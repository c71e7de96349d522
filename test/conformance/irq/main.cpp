// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// Interrupts: who may have them, where they go, when they come again; and domains.

#include <sel4/conformance/actor.hpp>
#include <sel4/conformance/arch/clock.hpp>
#include <sel4/conformance/arch/interrupts.hpp>
#include <sel4/conformance/arch_ask.hpp>
#include <sel4/test/root_task.hpp>

namespace {

using namespace sel4;
using namespace sel4::conformance;

constexpr CPtr control = init_thread::irq_control.cptr();

sys::Registers get(Word irq, CPtr to) { return machine::issue(control, irq, to); }
sys::Registers get_trigger(Word irq, Word trigger, CPtr to) {
  return machine::issue_triggered(control, irq, trigger, to);
}

void handlers(Scratch& scratch) {
  scratch.clear();
  line("# handlers");
  for (const Word irq :
       {Word{0},   Word{1},   Word{15},  Word{16},  Word{26},   Word{27},      Word{30},
        Word{31},  Word{32},  Word{33},  Word{52},  Word{53},   Word{95},      Word{96},
        Word{127}, Word{158}, Word{159}, Word{160}, Word{1000}, Word{1} << 32, ~Word{0}}) {
    const CPtr to = scratch.slot().cptr();
    tell(get(irq, to), "IRQ ", hex(irq));
    tell(get(irq, to), "  again");
    tell(remove(place_of(to)), "  deleted");
    for (const Word trigger : {Word{0}, Word{1}, Word{2}, ~Word{0}}) {
      tell(get_trigger(irq, trigger, to), "  trigger ", hex(trigger));
      tell(remove(place_of(to)), "  deleted");
    }
  }
  const CPtr a = scratch.slot().cptr();
  const CPtr b = scratch.slot().cptr();
  const CPtr endpoint = scratch.make(::seL4_EndpointObject, 0);
  const CPtr notification = scratch.make(::seL4_NotificationObject, 0);
  constexpr Word irq = 50;
  tell(get(irq, endpoint), "into a full slot");
  tell(get_trigger(irq, 0, endpoint), "into a full slot, with a trigger");
  tell(get(irq, a), "a handler");
  tell(get(irq, b), "the same again");
  tell(get_trigger(irq, 0, b), "the same with a trigger");
  tell(copy(place_of(b), place_of(a)), "a copy");
  tell(remove(place_of(a)), "the first deleted");
  tell(get(irq, a), "while there is a copy");
  tell(remove(place_of(b)), "the copy deleted");
  tell(get(irq, a), "now");
  const auto set = [&](CPtr cap, std::string_view what) {
    tell(ask(a, InvocationLabel::irq_set_irq_handler, {}, {cap}), "notification: ", what);
  };
  set(endpoint, "an endpoint");
  set(CPtr{}, "nothing");
  set(notification, "one");
  set(notification, "the same");
  for (Word right = 0; right < 4; ++right) {
    const CPtr limited = scratch.slot().cptr();
    must(mint(place_of(limited), place_of(notification), right, right), "no mint");
    set(limited, right == 0 ? "no rights" : right == 1 ? "write" : right == 2 ? "read" : "both");
  }
  tell(ask(a, InvocationLabel::irq_ack_irq), "ack");
  tell(ask(a, InvocationLabel::irq_clear_irq_handler), "clear");
  tell(ask(a, InvocationLabel::irq_clear_irq_handler), "clear again");
  tell(ask(a, InvocationLabel::irq_ack_irq), "ack");
  set(notification, "again");
  tell(remove(place_of(notification)), "the notification deleted");
  tell(ask(a, InvocationLabel::irq_clear_irq_handler), "clear");
  tell(revoke(place_of(control)), "all revoked");
  tell(ask(a, InvocationLabel::irq_ack_irq), "ack");
  tell(get(irq, a), "a handler again");
  const CPtr moved = scratch.slot().cptr();
  tell(move(place_of(moved), place_of(control)), "control moved");
  tell(get(irq + 1, b), "by where it was");
  tell(machine::issue(moved, irq + 1, b), "by where it is");
  tell(move(place_of(control), place_of(moved)), "and back");
  tell(remove(place_of(a)), "deleted");
  tell(remove(place_of(b)), "deleted");
}

/// A clock's interrupt: once until it is acknowledged, through a badge, to whom waits.
void delivery(Scratch& scratch) {
  scratch.clear();
  line("# delivery");
  Clock clock{scratch.allocator()};
  const CPtr handler = scratch.slot().cptr();
  const CPtr notification = scratch.make(::seL4_NotificationObject, 0);
  const CPtr badged = scratch.slot().cptr();
  const CPtr other = scratch.slot().cptr();
  must(mint(place_of(badged), place_of(notification), 0x10), "no badge");
  must(mint(place_of(other), place_of(notification), 0x40), "no badge");
  must(Clock::issue(handler), "no handler");
  tell(ask(handler, InvocationLabel::irq_set_irq_handler, {}, {badged}), "set");
  for (int round = 0; round < 3; ++round) {
    clock.start();
    line("got ", hex(wait(notification).cap));
    clock.stop();
    line("polled ", hex(nb_wait(notification).cap));
    tell(ask(handler, InvocationLabel::irq_ack_irq), "ack");
    line("polled ", hex(nb_wait(notification).cap));
  }
  // Level triggered: it comes again if it is acknowledged while the device still asks.
  clock.start();
  line("got ", hex(wait(notification).cap));
  tell(ask(handler, InvocationLabel::irq_ack_irq), "ack too early");
  if (Clock::comes_again) line("got ", hex(wait(notification).cap));
  clock.stop();
  tell(ask(handler, InvocationLabel::irq_ack_irq), "ack");
  tell(ask(handler, InvocationLabel::irq_set_irq_handler, {}, {other}), "another badge");
  sys::signal(badged);
  clock.start();
  while ((nb_wait(notification).cap & 0x40) == 0) {
  }
  line("came with the other badge");
  clock.stop();
  tell(ask(handler, InvocationLabel::irq_ack_irq), "ack");
  // To a thread that waits at an endpoint.
  const CPtr endpoint = scratch.make(::seL4_EndpointObject, 0);
  const CPtr reply = scratch.make(::seL4_ReplyObject, 0);
  const CPtr done = scratch.make(::seL4_NotificationObject, 0);
  Actor actor{scratch};
  tell(ask(actor.tcb(), InvocationLabel::tcb_bind_notification, {}, {notification}), "bound");
  auto body = [&] {
    note("actor got ", hex(recv(endpoint, reply).cap));
    sys::signal(done);
  };
  actor.start(body);
  clock.start();
  static_cast<void>(wait(done));
  clock.stop();
  tell_notes("bound");
  tell(remove(place_of(handler)), "handler deleted");
  tell(Clock::issue(handler), "and made again");
  tell(remove(place_of(handler)), "deleted");
}

void domains(Scratch& scratch) {
  scratch.clear();
  line("# domains");
  const CPtr set = init_thread::domain_set.cptr();
  const CPtr tcb = scratch.make(::seL4_TCBObject, 0);
  const CPtr endpoint = scratch.make(::seL4_EndpointObject, 0);
  for (const Word domain : {Word{0}, Word{1}, Word{15}, Word{16}, Word{255}, Word{256}, ~Word{0}}) {
    tell(ask(set, InvocationLabel::domain_set_set, {domain}, {tcb}), "domain ", hex(domain));
    tell(ask(set, InvocationLabel::domain_set_set, {domain}, {endpoint}), "of no thread");
  }
  tell(ask(set, InvocationLabel::domain_set_set, {0}, {}), "no capability");
  tell(ask(set, InvocationLabel::domain_set_set, {}, {tcb}), "no domain");
  // Entries that are not there, and of no domain; those that are there stay as they are but one.
  for (const Word index : {Word{1}, Word{255}, Word{256}, Word{1000}, ~Word{0}}) {
    for (const Word domain : {Word{0}, Word{1}, Word{16}, Word{255}, Word{256}}) {
      for (const Word duration : {Word{0}, Word{1'000'000}, ~Word{0} >> 8, ~Word{0}}) {
        tell(ask(set, InvocationLabel::domain_schedule_configure, {index, domain, duration}),
             "entry ", hex(index), " domain ", hex(domain), " for ", hex(duration));
      }
    }
    tell(ask(set, InvocationLabel::domain_schedule_configure, {index, 0, 0}), "cleared");
    tell(ask(set, InvocationLabel::domain_schedule_set_start, {index}), "start ", hex(index));
  }
  // The entry that the machine is in: only by what leaves it running.
  for (const Word domain : {Word{1}, Word{16}, Word{255}, Word{256}}) {
    for (const Word duration : {Word{0}, Word{1'000'000}}) {
      tell(ask(set, InvocationLabel::domain_schedule_configure, {0, domain, duration}),
           "entry 0 domain ", hex(domain), " for ", hex(duration));
    }
  }
  tell(ask(set, InvocationLabel::domain_schedule_configure, {0, 0, 1'000'000}), "entry 0");
  tell(ask(set, InvocationLabel::domain_schedule_set_start, {0}), "start 0");
  tell(ask(set, InvocationLabel::domain_schedule_configure, {0, 0, 0}), "entry 0 ends it");
  tell(ask(set, InvocationLabel::domain_schedule_set_start, {0}), "start 0");
  tell(ask(set, InvocationLabel::domain_schedule_set_start), "start nothing");
  tell(ask(set, InvocationLabel::domain_schedule_configure, {1, 0}), "too short");
}

void run(const BootInfo& boot_info) {
  Scratch scratch{boot_info};
  set_main_priority();
  handlers(scratch);
  scratch.clear();
  machine::own_interrupts(scratch);
  delivery(scratch);
  domains(scratch);
  end();
  test::pass();
}

}  // namespace

SEL4_ROOT_TASK(run, .stack_size = 64 * 1024);
