// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <check/check.hpp>
#include <check/objects.hpp>
#include <core/scheduler.hpp>

namespace sel4::kernel {

namespace {

void check_refills(SchedContext& sc, const Cap& cap) {
  require(sc.refill_max <= 2 + seL4_MaxExtraRefills(cap.size()), "refills fit into the context",
          &sc);
  require(
      sc.refill_first < sc.refill_max && sc.refill_count >= 1 && sc.refill_count <= sc.refill_max,
      "a context has refills", &sc);
  Ticks sum = sc.refill(0).amount;
  for (std::uint32_t n = 1; n < sc.refill_count; ++n) {
    sum += sc.refill(n).amount;
    require(
        sc.is_round_robin() || sc.refill(n - 1).time + sc.refill(n - 1).amount <= sc.refill(n).time,
        "refills are in order of time", &sc);
  }
  if (sc.is_round_robin()) {
    require(sc.refill_count == 2 && sc.refill_max == 2, "a turn has a used and an unused part",
            &sc);
  } else {
    require(sum <= sc.period, "refills are no more than the period", &sc);
    require(sc.last().time - sc.first().time <= sc.period, "all refills come within a period", &sc);
  }
  require(sum >= min_budget, "refills are no less than the least budget", &sc);
}

void check_context(SchedContext& sc, const Cap& cap) {
  if (sc.refill_max != 0) check_refills(sc, cap);
  require(sc.tcb == nullptr || sc.tcb->sc == &sc, "a context's thread has that context", &sc);
  require(sc.notification == nullptr || sc.notification->sc == &sc,
          "a context's notification has that context", &sc);
  require(sc.yield_from == nullptr || sc.yield_from->yield_to == &sc,
          "who yields to a context knows it", &sc);
  require(sc.reply == nullptr || sc.reply->sc == &sc, "the top of a call stack knows its context",
          &sc);
}

void check_reply(const Reply& reply) {
  const Tcb* tcb = reply.tcb;
  require(tcb == nullptr || tcb->reply == &reply, "a reply object's thread has it", &reply);
  const bool in_stack = reply.sc != nullptr || reply.above != nullptr || reply.below != nullptr;
  require(!in_stack || (tcb != nullptr && tcb->state == ThreadState::blocked_on_reply),
          "an element of a call stack has a caller", &reply);
  require(reply.sc == nullptr || (reply.sc->reply == &reply && reply.above == nullptr),
          "the context of a call stack is at its top", &reply);
  require(reply.above == nullptr || reply.above->below == &reply,
          "the element above knows the one below", &reply);
  require(reply.below == nullptr || reply.below->above == &reply,
          "the element below knows the one above", &reply);
}

}  // namespace

void check_sched_contexts() {
  for_each_object<SchedContext>(Kind::sched_context, check_context);
  for_each_object<Reply>(Kind::reply, [](const Reply& reply, const Cap&) { check_reply(reply); });
}

}  // namespace sel4::kernel
