// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <core/ipc.hpp>
#include <core/scheduler.hpp>
#include <core/thread.hpp>
#include <decode/invocation.hpp>
#include <decode/tcb_space.hpp>

namespace sel4::kernel {

namespace {

Error bind(const Invocation& call, SchedContext& sc) {
  if (!call.has(0, 1)) return truncated();
  const Cap& cap = call.extra_cap(0);
  if (cap.is(Kind::tcb)) {
    Tcb& tcb = object_of<Tcb>(cap);
    if (sc.tcb != nullptr) return fail(seL4_IllegalOperation, "the context has a thread");
    if (tcb.sc != nullptr) return fail(seL4_IllegalOperation, "the thread has a context");
    if (is_blocked(tcb) && !can_run_on(sc)) {
      return fail(seL4_IllegalOperation, "a blocked thread cannot take a context without budget");
    }
    bind_tcb(sc, tcb);
    return seL4_NoError;
  }
  if (cap.is(Kind::notification)) {
    Notification& notification = object_of<Notification>(cap);
    if (sc.notification != nullptr) {
      return fail(seL4_IllegalOperation, "the context has a notification");
    }
    if (notification.sc != nullptr) {
      return fail(seL4_IllegalOperation, "the notification has a context");
    }
    bind_notification(sc, notification);
    return seL4_NoError;
  }
  return fail_capability(1, "there is nothing that can be bound");
}

Error unbind_object(const Invocation& call, SchedContext& sc) {
  if (!call.has(0, 1)) return truncated();
  const Cap& cap = call.extra_cap(0);
  if (cap.is(Kind::tcb)) {
    Tcb& tcb = object_of<Tcb>(cap);
    if (sc.tcb != &tcb) return fail(seL4_IllegalOperation, "the thread is not bound to it");
    if (&tcb == &call.caller) return fail(seL4_IllegalOperation, "a thread cannot unbind itself");
    unbind_tcb(sc);
    return seL4_NoError;
  }
  if (cap.is(Kind::notification)) {
    if (sc.notification != &object_of<Notification>(cap)) {
      return fail(seL4_IllegalOperation, "the notification is not bound to it");
    }
    unbind_notification(sc);
    return seL4_NoError;
  }
  return fail_capability(1, "there is nothing that can be bound");
}

Error answer_consumed(const Invocation& call, SchedContext& sc) {
  // What the running thread has used since it was last charged is not in it yet.
  return answer_word(call, take_consumed_us(sc));
}

Error yield_to(const Invocation& call, SchedContext& sc) {
  Tcb* tcb = sc.tcb;
  Tcb& caller = call.caller;
  if (tcb == nullptr) return fail(seL4_IllegalOperation, "no thread is bound to it");
  if (tcb == &caller) return fail(seL4_IllegalOperation, "a thread cannot yield to itself");
  if (tcb->priority > caller.mcp) {
    return fail(seL4_IllegalOperation, "its thread has a priority above the caller's ceiling");
  }
  if (caller.yield_to != nullptr) return fail(seL4_IllegalOperation, "it is yielding already");
  if (sc.yield_from != nullptr) cancel_yield_to(*sc.yield_from);
  if (!is_schedulable(*tcb)) return answer_consumed(call, sc);
  if (sc.is_sporadic && &sc != sched.current_sc) refill_unblock(sc, sched.now);
  if (!has_budget(sc)) {
    postpone(sc);
    return answer_consumed(call, sc);
  }
  if (tcb->priority < caller.priority) {
    dequeue(*tcb);
    enqueue_first(*tcb);
    return answer_consumed(call, sc);
  }
  caller.yield_to = &sc;
  sc.yield_from = &caller;
  ending = Ending::answered;
  dequeue(*tcb);
  enqueue_first(caller);
  enqueue_first(*tcb);
  reschedule();
  return seL4_NoError;
}

}  // namespace

Error invoke_sched_context(const Invocation& call) {
  SchedContext& sc = object_of<SchedContext>(call.cap);
  switch (call.label()) {
    case SchedContextBind:
      return bind(call, sc);
    case SchedContextUnbind:
      if (sc.tcb == &call.caller) {
        return fail(seL4_IllegalOperation, "a thread cannot unbind its own scheduling context");
      }
      unbind_tcb(sc);
      unbind_notification(sc);
      unbind_reply(sc);
      return seL4_NoError;
    case SchedContextUnbindObject:
      return unbind_object(call, sc);
    case SchedContextConsumed:
      return answer_consumed(call, sc);
    case SchedContextYieldTo:
      return yield_to(call, sc);
    default:
      return no_such_method();
  }
}

Error invoke_sched_control(const Invocation& call) {
  if (call.label() != SchedControlConfigureFlags) return no_such_method();
  if (!call.has(5, 1)) return truncated();
  const Word budget_us = call.arg(0);
  const Word period_us = call.arg(1);
  const Word extra = call.arg(2);
  const Cap& cap = call.extra_cap(0);
  if (budget_us < min_budget_us || budget_us > max_period_us) {
    return fail_range(min_budget_us, max_period_us, "the budget ", budget_us);
  }
  if (period_us < min_budget_us || period_us > max_period_us) {
    return fail_range(min_budget_us, max_period_us, "the period ", period_us);
  }
  if (budget_us > period_us) return fail_range(min_budget_us, period_us, "the budget ", budget_us);
  if (!cap.is(Kind::sched_context)) return fail_capability(1, "there is no scheduling context");
  const Word most = seL4_MaxExtraRefills(cap.size());
  if (extra > most) return fail_range(0, most, "the number of extra refills ", extra);

  SchedContext& sc = object_of<SchedContext>(cap);
  const Ticks budget = ticks_of(budget_us);
  const bool is_round_robin = budget_us == period_us;
  const Ticks period = is_round_robin ? 0 : ticks_of(period_us);
  const auto max = static_cast<std::uint32_t>(is_round_robin ? 2 : 2 + extra);
  Tcb* tcb = sc.tcb;
  if (&sc == sched.current_sc) commit_time();
  if (tcb != nullptr) {
    release_remove(*tcb);
    dequeue(*tcb);
  }
  sc.badge = call.arg(3);
  sc.is_sporadic = (call.arg(4) & seL4_SchedContext_Sporadic) != 0;
  if (sc.refill_max != 0 && tcb != nullptr && tcb->is_runnable()) {
    refill_update(sc, max, budget, period, sched.now);
  } else {
    refill_new(sc, max, budget, period, sched.now);
  }
  sched.must_set_timer = true;
  if (tcb == nullptr) return seL4_NoError;
  resume(sc);
  if (tcb == sched.current) {
    reschedule();
  } else {
    wake(*tcb);
  }
  return seL4_NoError;
}

Error invoke_domain_set(const Invocation& call) {
  switch (call.label()) {
    case DomainSetSet: {
      if (!call.has(1, 0)) return truncated();
      const Word domain = call.arg(0);
      if (domain >= domains) return fail_argument(0, "there is no domain ", domain);
      if (!call.has(1, 1)) return truncated();
      const Cap& cap = call.extra_cap(0);
      if (!cap.is(Kind::tcb)) return fail_argument(1, "there is no thread");
      set_domain(object_of<Tcb>(cap), static_cast<std::uint8_t>(domain));
      return seL4_NoError;
    }
    case DomainScheduleConfigure: {
      if (!call.has(3, 0)) return truncated();
      const Word index = call.arg(0);
      const Word domain = call.arg(1);
      const Word duration = call.arg(2);
      // The last entry always is an end marker.
      constexpr Word last = CONFIG_NUM_DOMAIN_SCHEDULES - 2;
      if (index > last) return fail_range(0, last, "the schedule entry ", index);
      if (domain >= domains) return fail_range(0, domains - 1, "the domain ", domain);
      if (duration > low_bits(56)) return fail_argument(2, "the duration is too long");
      if (duration == 0 && domain != 0) return fail_argument(1, "an end marker has domain 0");
      if (duration == 0 && index == domain_schedule.start) {
        return fail_argument(2, "the start of the schedule cannot be its end");
      }
      domain_schedule.entries[index] = {duration, static_cast<std::uint8_t>(domain)};
      return seL4_NoError;
    }
    case DomainScheduleSetStart: {
      if (!call.has(1, 0)) return truncated();
      const Word index = call.arg(0);
      if (index >= CONFIG_NUM_DOMAIN_SCHEDULES) {
        return fail_range(0, CONFIG_NUM_DOMAIN_SCHEDULES - 1, "the schedule entry ", index);
      }
      if (domain_schedule.entries[index].duration == 0) {
        return fail_argument(0, "the entry is an end marker");
      }
      domain_schedule.start = static_cast<unsigned>(index);
      enter_domain_entry(domain_schedule.start);
      return seL4_NoError;
    }
    default:
      return no_such_method();
  }
}

}  // namespace sel4::kernel
