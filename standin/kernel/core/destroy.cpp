// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <core/destroy.hpp>
#include <core/fpu.hpp>
#include <core/interrupt.hpp>
#include <core/ipc.hpp>
#include <core/scheduler.hpp>
#include <core/thread.hpp>
#include <core/vspace.hpp>

namespace sel4::kernel {

namespace {

/// What is left of a container: data counts the slots that may still hold something.
Cap remains_of(const Cap& cap, Word slots, bool is_tcb) {
  return Cap::make(
      {.kind = Kind::remains, .address = cap.address(), .extra = is_tcb, .data = slots});
}
Slot* slots_of(const Cap& remains) {
  if (remains.extra() != 0) return object_of<Tcb>(remains).slots;
  return &object_of<Slot>(remains);
}

void end_tcb(Tcb& tcb) {
  unbind_notification_of(tcb);
  if (tcb.sc != nullptr) unbind_tcb(*tcb.sc);
  suspend(tcb);
  drop_fpu(tcb);
  debug_remove(tcb);
  if (sched.current == &tcb) {
    sched.current = nullptr;
    arch::switch_vspace(nullptr);
  }
}

void end_reply(Reply& reply) {
  if (reply.tcb == nullptr) return;
  Tcb& tcb = *reply.tcb;
  if (tcb.state == ThreadState::blocked_on_reply) {
    remove_reply(reply);
    tcb.state = ThreadState::inactive;
  } else {
    unlink_reply(tcb);
  }
}

void end_sched_context(SchedContext& sc) {
  unbind_tcb(sc);
  unbind_notification(sc);
  unbind_reply(sc);
  if (sc.yield_from != nullptr) complete_yield_to(*sc.yield_from);
  if (sched.current_sc == &sc) {
    sched.current_sc = nullptr;
    sched.consumed = 0;
  }
}

void end_notification(Notification& notification) {
  if (notification.sc != nullptr) unbind_notification(*notification.sc);
  if (notification.bound != nullptr) unbind_notification_of(*notification.bound);
  cancel_all(notification);
}

/// Ends the effect of a capability that goes. The slot is empty then, or holds the remains of a
/// container.
void retire(Slot& slot) {
  const Cap cap = slot.cap;
  const bool last = is_last(slot);
  switch (cap.kind()) {
    case Kind::remains:
      return;
    case Kind::frame:
    case Kind::page_table:
    case Kind::vspace:
    case Kind::asid_pool:
      finalise_translation(cap, last);
      break;
    default:
      if (last) {
        switch (cap.kind()) {
          case Kind::cnode:
            slot.cap = remains_of(cap, bit(cap.radix()), false);
            return;
          case Kind::tcb:
            end_tcb(object_of<Tcb>(cap));
            slot.cap = remains_of(cap, Tcb::slot_count, true);
            return;
          case Kind::endpoint:
            cancel_all(object_of<Endpoint>(cap));
            break;
          case Kind::notification:
            end_notification(object_of<Notification>(cap));
            break;
          case Kind::reply:
            end_reply(object_of<Reply>(cap));
            break;
          case Kind::sched_context:
            end_sched_context(object_of<SchedContext>(cap));
            break;
          case Kind::irq_handler:
            release_irq(cap.data);
            break;
          case Kind::io_port:
            arch::release_ports(cap);
            break;
          default:
            break;
        }
      }
      break;
  }
  clear_slot(slot);
}

/// Empties a slot inside a container that is being emptied.
void shed(Slot& slot) {
  while (!slot.is_empty()) {
    retire(slot);
    if (slot.is_empty()) return;
    // A container: its capability moves into its own first slot, where nobody can reach it, and
    // what was there is next.
    Slot& first = *slots_of(slot.cap);
    if (&first == &slot) return;
    const Cap remains = slot.cap;
    if (first.is_empty()) {
      move_slot(slot, first, remains);
    } else {
      swap_slots(slot, remains, first, first.cap);
    }
  }
}

}  // namespace

void destroy(Slot& slot) {
  if (slot.is_empty()) return;
  retire(slot);
  // Shedding may bring another container's remains into this very slot.
  while (!slot.is_empty()) {
    if (slot.cap.data == 0) {
      clear_slot(slot);
      return;
    }
    const Cap remains = slot.cap;
    Slot& end = slots_of(remains)[remains.data - 1];
    if (&end != &slot) shed(end);
    const bool is_done = &end == &slot || end.is_empty();
    if (is_done && slot.cap.same_object(remains)) --slot.cap.data;
    if (!slot.cap.is(Kind::remains)) retire(slot);
  }
}

void revoke(Slot& slot) {
  while (has_children(slot)) destroy(*slot.next);
}

}  // namespace sel4::kernel
