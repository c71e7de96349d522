// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <core/ipc.hpp>
#include <core/message.hpp>
#include <core/scheduler.hpp>

namespace sel4::kernel {

void donate(SchedContext& sc, Tcb& to) {
  if (Tcb* from = sc.tcb) {
    dequeue(*from);
    release_remove(*from);
    from->sc = nullptr;
    if (from == sched.candidate) sched.candidate = nullptr;
  }
  sc.tcb = &to;
  to.sc = &sc;
}

void resume(SchedContext& sc) {
  Tcb* tcb = sc.tcb;
  if (tcb == nullptr || !is_schedulable(*tcb)) return;
  if (!has_budget(sc)) postpone(sc);
}

void bind_tcb(SchedContext& sc, Tcb& tcb) {
  sc.tcb = &tcb;
  tcb.sc = &sc;
  if (!is_schedulable(tcb)) return;
  if (sc.is_sporadic && &sc != sched.current_sc) refill_unblock(sc, sched.now);
  resume(sc);
  if (!is_schedulable(tcb) || &tcb == sched.current) return;
  enqueue_first(tcb);
  reschedule();
}

void unbind_tcb(SchedContext& sc) {
  Tcb* tcb = sc.tcb;
  if (tcb == nullptr) return;
  if (tcb == sched.current || tcb == sched.candidate) {
    if (tcb == sched.candidate) sched.candidate = nullptr;
    reschedule();
  }
  dequeue(*tcb);
  release_remove(*tcb);
  tcb->sc = nullptr;
  sc.tcb = nullptr;
}

void bind_notification(SchedContext& sc, Notification& notification) {
  sc.notification = &notification;
  notification.sc = &sc;
}

void unbind_notification(SchedContext& sc) {
  if (sc.notification == nullptr) return;
  sc.notification->sc = nullptr;
  sc.notification = nullptr;
}

void unbind_reply(SchedContext& sc) {
  if (sc.reply != nullptr) {
    sc.reply->sc = nullptr;
    sc.reply = nullptr;
  }
}

Word take_consumed_us(SchedContext& sc) {
  const Ticks ticks = sc.consumed;
  sc.consumed = 0;
  return us_of(ticks);
}

void complete_yield_to(Tcb& tcb) {
  SchedContext& sc = *tcb.yield_to;
  cancel_yield_to(tcb);
  const Word consumed = take_consumed_us(sc);
  answer(tcb, &consumed, 1);
}

void cancel_yield_to(Tcb& tcb) {
  if (tcb.yield_to == nullptr) return;
  tcb.yield_to->yield_from = nullptr;
  tcb.yield_to = nullptr;
}

void lend(Notification& notification, Tcb& tcb) {
  if (tcb.sc != nullptr) return;
  SchedContext* sc = notification.sc;
  if (sc == nullptr || sc->tcb != nullptr) return;
  donate(*sc, tcb);
  resume(*sc);
}

void give_back(Notification* notification, Tcb& tcb) {
  if (notification == nullptr || tcb.sc == nullptr || notification->sc != tcb.sc) return;
  tcb.sc->tcb = nullptr;
  tcb.sc = nullptr;
}

}  // namespace sel4::kernel
