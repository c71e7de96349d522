// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <core/ipc.hpp>
#include <core/message.hpp>
#include <core/scheduler.hpp>
#include <core/thread.hpp>

namespace sel4::kernel {

namespace {

/// Waiting threads are in order of priority, and among equals the first is first.
void block(TcbQueue& queue, Tcb& tcb, ThreadState state, void* object) {
  tcb.state = state;
  tcb.blocked_on = object;
  dequeue(tcb);
  Tcb* place = queue.tail;
  while (place != nullptr && place->priority < tcb.priority) place = place->prev;
  if (place == queue.tail) {
    queue.append(tcb);
  } else if (place == nullptr) {
    queue.prepend(tcb);
  } else {
    queue.insert_before(*place->next, tcb);
  }
}

void set_running(Tcb& tcb) {
  tcb.state = ThreadState::running;
  if (tcb.sc == nullptr) return;
  if (tcb.sc->is_sporadic && tcb.sc != sched.current_sc) refill_unblock(*tcb.sc, sched.now);
  wake(tcb);
}

/// `caller` waits for an answer through `reply`, and `callee` may run on its scheduling context.
void push_reply(Tcb& caller, Tcb& callee, Reply& reply, bool can_donate) {
  SchedContext* sc = caller.sc;
  if (can_donate && sc != nullptr && callee.sc == nullptr) {
    push_call(caller, reply, *sc);
    donate(*sc, callee);
  } else {
    caller.state = ThreadState::blocked_on_reply;
    caller.reply = &reply;
    reply.tcb = &caller;
  }
}

}  // namespace

void send(Tcb& sender, const Cap& cap, How how) {
  Endpoint& endpoint = object_of<Endpoint>(cap);
  if (!endpoint.has(ThreadState::blocked_on_receive)) {
    if (!how.is_blocking) return;
    sender.badge = cap.badge();
    sender.can_grant = cap.can(Rights::grant);
    sender.can_grant_reply = cap.can(Rights::grant_reply);
    sender.is_call = how.is_call;
    block(endpoint.queue, sender, ThreadState::blocked_on_send, &endpoint);
    return;
  }
  Tcb& receiver = *endpoint.queue.head;
  endpoint.queue.remove(receiver);
  Reply* reply = receiver.reply;
  if (reply != nullptr) unlink_reply(receiver);
  transfer(sender, &endpoint, cap.badge(), cap.can(Rights::grant), receiver);
  if (how.is_call) {
    if (reply != nullptr && cap.can(Rights::grant | Rights::grant_reply)) {
      push_reply(sender, receiver, *reply, how.can_donate);
    } else {
      sender.state = ThreadState::inactive;
    }
  } else if (how.can_donate && receiver.sc == nullptr && sender.sc != nullptr) {
    donate(*sender.sc, receiver);
  }
  set_running(receiver);
}

void receive(Tcb& receiver, const Cap& cap, bool is_blocking, Reply* reply) {
  Endpoint& endpoint = object_of<Endpoint>(cap);
  if (reply != nullptr && reply->tcb != nullptr && reply->tcb != &receiver) {
    print_complaint();
    print("the reply object holds a call not answered yet, which is cancelled\n");
    cancel_ipc(*reply->tcb);
  }
  Notification* bound = receiver.bound;
  if (bound != nullptr && bound->is_active) {
    wait(receiver, *bound, true);
    return;
  }
  if (!endpoint.has(ThreadState::blocked_on_send)) {
    if (!is_blocking) {
      receiver.context.badge() = 0;
      return;
    }
    give_back(bound, receiver);
    receiver.can_grant = cap.can(Rights::grant);
    receiver.reply = reply;
    if (reply != nullptr) reply->tcb = &receiver;
    block(endpoint.queue, receiver, ThreadState::blocked_on_receive, &endpoint);
    return;
  }
  Tcb& sender = *endpoint.queue.head;
  endpoint.queue.remove(sender);
  transfer(sender, &endpoint, sender.badge, sender.can_grant, receiver);
  if (!sender.is_call) {
    set_running(sender);
  } else if (reply != nullptr && (sender.can_grant || sender.can_grant_reply)) {
    push_reply(sender, receiver, *reply, sender.fault.type != seL4_Fault_Timeout);
  } else {
    sender.state = ThreadState::inactive;
  }
}

void signal(Notification& notification, Word badge) {
  Tcb* waiter = notification.queue.head;
  if (waiter == nullptr) {
    Tcb* bound = notification.bound;
    // An active one stays so until someone asks: it may have been bound to who already waited.
    if (bound == nullptr || bound->state != ThreadState::blocked_on_receive ||
        notification.is_active) {
      notification.badge = notification.is_active ? notification.badge | badge : badge;
      notification.is_active = true;
      return;
    }
    cancel_ipc(*bound);
    waiter = bound;
  } else {
    notification.queue.remove(*waiter);
  }
  waiter->context.badge() = badge;
  waiter->state = ThreadState::running;
  lend(notification, *waiter);
  set_running(*waiter);
}

void wait(Tcb& receiver, Notification& notification, bool is_blocking) {
  if (notification.is_active) {
    notification.is_active = false;
    receiver.context.badge() = notification.badge;
    lend(notification, receiver);
    if (receiver.sc != nullptr && receiver.sc == notification.sc && receiver.sc->is_sporadic &&
        receiver.sc != sched.current_sc) {
      refill_unblock(*receiver.sc, sched.now);
    }
    return;
  }
  if (!is_blocking) {
    receiver.context.badge() = 0;
    return;
  }
  give_back(&notification, receiver);
  block(notification.queue, receiver, ThreadState::blocked_on_notification, &notification);
}

void send_reply(Tcb& sender, Reply& reply, bool can_grant) {
  Tcb* receiver = reply.tcb;
  if (receiver == nullptr || receiver->state != ThreadState::blocked_on_reply) {
    print_complaint();
    print("nobody waits for a reply here\n");
    return;
  }
  const Word fault = receiver->fault.type;
  remove_reply(reply);
  const bool goes_on = transfer_reply(sender, can_grant, *receiver);
  if (!goes_on) {
    receiver->state = ThreadState::inactive;
    return;
  }
  receiver->state = ThreadState::running;
  if (fault != seL4_Fault_NullFault) receiver->context.pc = receiver->context.restart_pc;
  SchedContext* sc = receiver->sc;
  if (sc == nullptr) return;
  if (sc->is_sporadic && sc != sched.current_sc) refill_unblock(*sc, sched.now);
  if (sc->refill_max == 0) return;
  if (has_budget(*sc)) {
    if (receiver != sched.current && !receiver->in_release) wake_with_budget(*receiver);
  } else if (has_timeout_handler(*receiver) && fault != seL4_Fault_Timeout) {
    raise_timeout(*receiver);
  } else {
    postpone(*sc);
  }
}

void unlink_reply(Tcb& tcb) {
  tcb.reply->tcb = nullptr;
  tcb.reply = nullptr;
}

void cut_reply(Tcb& tcb) {
  Reply& reply = *tcb.reply;
  if (reply.sc != nullptr) reply.sc->reply = nullptr;
  if (reply.above != nullptr) reply.above->below = nullptr;
  if (reply.below != nullptr) reply.below->above = nullptr;
  reply.sc = nullptr;
  reply.above = reply.below = nullptr;
  unlink_reply(tcb);
}

void remove_reply(Reply& reply) {
  Tcb& caller = *reply.tcb;
  SchedContext* sc = reply.sc;
  Reply* below = reply.below;
  if (sc != nullptr) {
    pop_call(reply, *sc);
  } else {
    if (reply.above != nullptr) reply.above->below = below;
    if (below != nullptr) below->above = reply.above;
  }
  reply.above = reply.below = nullptr;
  unlink_reply(caller);
  if (sc != nullptr && caller.sc == nullptr) donate(*sc, caller);
}

void requeue_blocked(Tcb& tcb) {
  switch (tcb.state) {
    case ThreadState::blocked_on_send:
    case ThreadState::blocked_on_receive: {
      TcbQueue& queue = static_cast<Endpoint*>(tcb.blocked_on)->queue;
      queue.remove(tcb);
      block(queue, tcb, tcb.state, tcb.blocked_on);
      break;
    }
    case ThreadState::blocked_on_notification: {
      TcbQueue& queue = static_cast<Notification*>(tcb.blocked_on)->queue;
      queue.remove(tcb);
      block(queue, tcb, tcb.state, tcb.blocked_on);
      break;
    }
    default:
      break;
  }
}

namespace {

/// It makes its system call again; one that faulted stays stopped.
void restart_cancelled(Tcb& tcb) {
  if (tcb.reply != nullptr) unlink_reply(tcb);
  if (tcb.fault.type != seL4_Fault_NullFault) {
    tcb.fault.type = seL4_Fault_NullFault;
    tcb.state = ThreadState::inactive;
    return;
  }
  tcb.state = ThreadState::running;
  tcb.context.pc = tcb.context.restart_pc;
  if (tcb.sc == nullptr) return;
  if (tcb.sc->is_sporadic && tcb.sc != sched.current_sc) refill_unblock(*tcb.sc, sched.now);
  wake(tcb);
}

}  // namespace

void cancel_all(Endpoint& endpoint) {
  if (endpoint.queue.is_empty()) return;
  while (Tcb* tcb = endpoint.queue.head) {
    endpoint.queue.remove(*tcb);
    restart_cancelled(*tcb);
  }
  reschedule();
}

void cancel_all(Notification& notification) {
  if (notification.queue.is_empty()) return;
  while (Tcb* tcb = notification.queue.head) {
    notification.queue.remove(*tcb);
    restart_cancelled(*tcb);
  }
  reschedule();
}

void cancel_badged_sends(Endpoint& endpoint, Word badge) {
  if (!endpoint.has(ThreadState::blocked_on_send)) return;
  for (Tcb* tcb = endpoint.queue.head; tcb != nullptr;) {
    Tcb* next = tcb->next;
    if (tcb->badge == badge) {
      endpoint.queue.remove(*tcb);
      restart_cancelled(*tcb);
    }
    tcb = next;
  }
  reschedule();
}

void unbind_notification_of(Tcb& tcb) {
  if (tcb.bound == nullptr) return;
  tcb.bound->bound = nullptr;
  tcb.bound = nullptr;
}

}  // namespace sel4::kernel
