// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <core/fpu.hpp>
#include <core/sched_context.hpp>

namespace sel4::kernel {

inline constexpr unsigned priorities = CONFIG_NUM_PRIORITIES;
inline constexpr unsigned domains = CONFIG_NUM_DOMAINS;

/// Who runs, who could run, and the time.
struct Scheduler {
  Tcb* current;              // null: nobody, the processor waits
  SchedContext* current_sc;  // what time is charged to
  Ticks now;                 // when the kernel was entered
  Ticks consumed;            // of current_sc, not charged yet
  /// May run next although it is in no queue.
  Tcb* candidate;
  /// Not just on with the current one, or to the candidate.
  bool must_choose;
  bool must_set_timer;
  std::uint8_t domain;
  /// Until then nobody's budget ends or comes back.
  Ticks quiet_until;
  TcbQueue release;  // waiting for budget, in order of time

  struct Ready {
    TcbQueue queues[priorities];
    Word used[priorities / word_bits];
    Word used_groups;
  };
  Ready ready[domains];
};
extern constinit Scheduler sched;

// Ready queues.
void enqueue_first(Tcb& tcb);
void enqueue_last(Tcb& tcb);
void dequeue(Tcb& tcb);
/// Takes it out of the queue of those that wait for budget.
void release_remove(Tcb& tcb);
/// The thread waits until its scheduling context has budget again.
void postpone(SchedContext& sc);

/// Whether it needs nothing but its turn.
[[nodiscard]] inline bool is_schedulable(const Tcb& tcb) {
  return tcb.is_runnable() && tcb.sc != nullptr && tcb.sc->refill_max != 0 && !tcb.in_release;
}

/// Whether it has time to run now.
[[nodiscard]] inline bool has_budget(SchedContext& sc) {
  return is_ready(sc, sched.now) && is_sufficient(sc, &sc == sched.current_sc ? sched.consumed : 0);
}

/// It has become able to run: it does so now if it is more important than the current one.
void wake(Tcb& tcb);
/// The same for one that is known to be in no queue, not to be the current one and to have budget.
void wake_with_budget(Tcb& tcb);
/// The current thread may not be the one to go on.
void reschedule();

/// The kernel is entered: what has passed since the last time is charged later.
inline void update_time() {
  const Ticks before = sched.now;
  sched.now = arch::read_timer();
  sched.consumed += sched.now - before;
}
/// Charges what has been used up to now.
void commit_time();
/// Charges `used` ticks and ends the turn of the current thread.
void charge_budget(Ticks used, bool may_fault);
/// Whether the current scheduling context has budget left; if not, its thread's time is over.
[[nodiscard]] inline bool check_budget() {
  SchedContext* sc = sched.current_sc;
  if (sc == nullptr || is_sufficient(*sc, sched.consumed)) [[likely]]
    return true;
  if (sc->refill_max == 0) return true;
  charge_budget(sched.consumed, true);
  return false;
}

/// The first of the highest priority in the ready queues, or null.
[[nodiscard]] inline Tcb* highest() {
  const Scheduler::Ready& ready = sched.ready[sched.domain];
  if (ready.used_groups == 0) return nullptr;
  const unsigned group = word_bits - 1 - static_cast<unsigned>(__builtin_clzll(ready.used_groups));
  const unsigned low = word_bits - 1 - static_cast<unsigned>(__builtin_clzll(ready.used[group]));
  return ready.queues[group * word_bits + low].head;
}
/// `next`, which has the scheduling context of the current thread now, becomes the current one.
inline void hand_over(Tcb& next) {
  arch::switch_vspace(&next);
  arch::switch_registers(sched.current, next);
  update_fpu(next);
  sched.current = &next;
}
/// Decides who runs next and makes it current, waiting for one if there is none.
void schedule();

// Domains.
struct DomainEntry {
  Ticks duration;  // 0: end of the schedule
  std::uint8_t domain;
};
struct DomainSchedule {
  DomainEntry entries[CONFIG_NUM_DOMAIN_SCHEDULES];
  unsigned start;
  unsigned index;
  Ticks until;  // when the entry ends
};
extern constinit DomainSchedule domain_schedule;
/// Goes to the entry now.
void enter_domain_entry(unsigned index);
/// At boot domain 0 has all time.
void start_domain_schedule();

}  // namespace sel4::kernel
