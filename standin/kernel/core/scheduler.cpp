// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <check/check.hpp>
#include <core/interrupt.hpp>
#include <core/scheduler.hpp>
#include <core/thread.hpp>

namespace sel4::kernel {

constinit Scheduler sched{};
constinit DomainSchedule domain_schedule{};

namespace {

/// Endless, for a schedule with one entry.
constexpr Ticks forever = ~Ticks{0} >> 8;
/// The timer interrupts so long before its time. Less than that left of a domain's turn is nothing.
constexpr Ticks early = ticks_of(arch::early_us);

void mark(Tcb& tcb) {
  Scheduler::Ready& ready = sched.ready[tcb.domain];
  ready.used[tcb.priority / word_bits] |= bit(tcb.priority % word_bits);
  ready.used_groups |= bit(tcb.priority / word_bits);
  tcb.is_queued = true;
}

/// Those whose time has come go back to the ready queues.
void awaken() {
  while (sched.release.head != nullptr && is_ready(*sched.release.head->sc, sched.now)) {
    Tcb& tcb = *sched.release.head;
    release_remove(tcb);
    wake(tcb);
    sched.must_set_timer = true;
  }
}

/// After the last entry, and after the last before an end marker, comes the start again.
void follow_domain_schedule() {
  if (sched.now + early < domain_schedule.until) return;
  const unsigned next = domain_schedule.index + 1;
  const bool ends =
      next == CONFIG_NUM_DOMAIN_SCHEDULES || domain_schedule.entries[next].duration == 0;
  enter_domain_entry(ends ? domain_schedule.start : next);
}

void set_timer() {
  Ticks deadline = sched.now + forever;
  sched.quiet_until = deadline;
  const auto limit = [&](Ticks time, Ticks before) {
    if (time < deadline) deadline = time;
    const Ticks quiet = time > before ? time - before : 0;
    if (quiet < sched.quiet_until) sched.quiet_until = quiet;
  };
  if (sched.current_sc != nullptr) {
    const Ticks amount = sched.current_sc->first().amount;
    limit(sched.now + (amount > sched.consumed ? amount - sched.consumed : 0), min_budget);
  }
  if (sched.release.head != nullptr) limit(sched.release.head->sc->first().time, worst_case);
  if constexpr (domains > 1) limit(domain_schedule.until, early);
  arch::set_deadline(deadline - early);
}

inline void switch_to(Tcb* next) {
  SchedContext* sc = next != nullptr ? next->sc : nullptr;
  if (sc != sched.current_sc) {
    commit_time();
    sched.current_sc = sc;
    sched.must_set_timer = true;
    if (sc != nullptr && !sc->is_sporadic) refill_unblock(*sc, sched.now);
  }
  // Who waits while nobody else runs wants its own registers back, too.
  if (next == nullptr && sched.current != nullptr) arch::sync_registers(*sched.current);
  if (next == sched.current) return;
  if (next != nullptr) {
    hand_over(*next);
  } else {
    arch::sync_registers(*sched.current);
    sched.current = nullptr;
  }
}

bool goes_on() {
  const Tcb* current = sched.current;
  return current != nullptr && is_schedulable(*current) && !current->is_queued;
}

/// Who is to run if that takes no look at the queues but for their highest priority; else null.
Tcb* choose_quickly() {
  Tcb* current = sched.current;
  Tcb* candidate = sched.candidate;
  if (sched.must_choose) return nullptr;
  const bool stays = goes_on();
  if (candidate == nullptr) return stays ? current : nullptr;
  if (stays && candidate->priority <= current->priority) {
    // In its own priority the current thread stays in front.
    if (candidate->priority == current->priority) {
      enqueue_last(*candidate);
    } else {
      enqueue_first(*candidate);
    }
    sched.candidate = nullptr;
    return current;
  }
  const Tcb* other = highest();
  if (other != nullptr && other->priority > candidate->priority) return nullptr;
  if (stays) enqueue_first(*current);
  sched.candidate = nullptr;
  return candidate;
}

/// Who is to run, out of all queues; null if there is nobody.
Tcb* choose() {
  if (goes_on()) enqueue_first(*sched.current);
  if (sched.candidate != nullptr) enqueue_first(*sched.candidate);
  sched.candidate = nullptr;
  sched.must_choose = false;
  Tcb* next = highest();
  if (next != nullptr) dequeue(*next);
  return next;
}

}  // namespace

void enqueue_first(Tcb& tcb) {
  if (tcb.is_queued) return;
  sched.ready[tcb.domain].queues[tcb.priority].prepend(tcb);
  mark(tcb);
}

void enqueue_last(Tcb& tcb) {
  if (tcb.is_queued) return;
  sched.ready[tcb.domain].queues[tcb.priority].append(tcb);
  mark(tcb);
}

void dequeue(Tcb& tcb) {
  if (!tcb.is_queued) return;
  Scheduler::Ready& ready = sched.ready[tcb.domain];
  TcbQueue& queue = ready.queues[tcb.priority];
  queue.remove(tcb);
  tcb.is_queued = false;
  if (!queue.is_empty()) return;
  Word& used = ready.used[tcb.priority / word_bits];
  used &= ~bit(tcb.priority % word_bits);
  if (used == 0) ready.used_groups &= ~bit(tcb.priority / word_bits);
}

void release_remove(Tcb& tcb) {
  if (!tcb.in_release) return;
  if (sched.release.head == &tcb) sched.must_set_timer = true;
  sched.release.remove(tcb);
  tcb.in_release = false;
}

void postpone(SchedContext& sc) {
  Tcb& tcb = *sc.tcb;
  dequeue(tcb);
  if (sched.candidate == &tcb) sched.candidate = nullptr;
  release_remove(tcb);
  const Ticks time = sc.first().time;
  Tcb* place = sched.release.head;
  while (place != nullptr && place->sc->first().time <= time) place = place->next;
  if (place == sched.release.head) sched.must_set_timer = true;
  if (place != nullptr) {
    sched.release.insert_before(*place, tcb);
  } else {
    sched.release.append(tcb);
  }
  tcb.in_release = true;
  if (&tcb == sched.current) reschedule();
}

void wake(Tcb& tcb) {
  if (!is_schedulable(tcb) || tcb.is_queued || &tcb == sched.current) return;
  if (has_budget(*tcb.sc)) {
    wake_with_budget(tcb);
  } else {
    postpone(*tcb.sc);
  }
}

void wake_with_budget(Tcb& tcb) {
  if (tcb.domain != sched.domain) {
    enqueue_first(tcb);
  } else if (sched.candidate != nullptr || sched.must_choose) {
    // More than one: the queues decide.
    reschedule();
    enqueue_first(tcb);
  } else {
    sched.candidate = &tcb;
  }
}

void reschedule() {
  Tcb* candidate = sched.candidate;
  if (candidate != nullptr && is_schedulable(*candidate)) enqueue_first(*candidate);
  sched.candidate = nullptr;
  sched.must_choose = true;
}

void commit_time() {
  SchedContext* sc = sched.current_sc;
  if (sc != nullptr && sc->refill_max != 0 && sched.consumed != 0) {
    refill_charge(*sc, sched.consumed);
    sc->consumed += sched.consumed;
    sched.must_set_timer = true;
  }
  sched.consumed = 0;
}

void charge_budget(Ticks used, bool may_fault) {
  SchedContext& sc = *sched.current_sc;
  refill_charge(sc, used);
  sc.consumed += sched.consumed;
  sched.consumed = 0;
  sched.must_set_timer = true;
  Tcb* tcb = sched.current;
  if (tcb == nullptr || tcb->sc != &sc || !tcb->is_runnable()) return;
  if (may_fault && !sc.is_round_robin() && has_timeout_handler(*tcb)) {
    raise_timeout(*tcb);
  } else if (has_budget(sc)) {
    enqueue_last(*tcb);
  } else {
    postpone(sc);
  }
  reschedule();
}

void enter_domain_entry(unsigned index) {
  domain_schedule.index = index;
  const DomainEntry& entry = domain_schedule.entries[index];
  domain_schedule.until = sched.now + entry.duration;
  sched.domain = entry.domain;
  reschedule();
  sched.must_set_timer = true;
}

void start_domain_schedule() {
  domain_schedule.entries[0].duration = forever;
  enter_domain_entry(0);
}

void schedule() {
  for (;;) {
    if constexpr (domains > 1) follow_domain_schedule();
    awaken();
    Tcb* next = choose_quickly();
    if (next == nullptr) next = choose();
    switch_to(next);
    if (next != nullptr && next->yield_to != nullptr) complete_yield_to(*next);
    if (sched.must_set_timer) {
      set_timer();
      sched.must_set_timer = false;
    }
    if (next != nullptr) {
      if constexpr (checks_invariants) check_invariants();
      return;
    }
    arch::wait_for_interrupt();
    update_time();
    sched.consumed = 0;
    handle_interrupt();
  }
}

}  // namespace sel4::kernel
