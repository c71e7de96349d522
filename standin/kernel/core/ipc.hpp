// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <core/object.hpp>

namespace sel4::kernel {

/// How a message is sent.
struct How {
  bool is_call = false;
  bool is_blocking = false;
  bool can_donate = false;
};
/// Sends the sender's message, or its fault, through an endpoint's capability.
void send(Tcb& sender, const Cap& cap, How how);
/// Receives from an endpoint, into a reply object or none.
void receive(Tcb& receiver, const Cap& cap, bool is_blocking, Reply* reply);

void signal(Notification& notification, Word badge);
/// Waits for a notification.
void wait(Tcb& receiver, Notification& notification, bool is_blocking);

/// `caller` waits for an answer through `reply`, at the top of the call stack of `sc`.
inline void push_call(Tcb& caller, Reply& reply, SchedContext& sc) {
  caller.state = ThreadState::blocked_on_reply;
  caller.reply = &reply;
  reply.tcb = &caller;
  reply.below = sc.reply;
  if (reply.below != nullptr) {
    reply.below->above = &reply;
    reply.below->sc = nullptr;
  }
  reply.above = nullptr;
  reply.sc = &sc;
  sc.reply = &reply;
}
/// Takes `reply` off the top of the call stack of `sc`.
inline void pop_call(Reply& reply, SchedContext& sc) {
  Reply* below = reply.below;
  sc.reply = below;
  if (below != nullptr) {
    below->above = nullptr;
    below->sc = &sc;
  }
  reply.sc = nullptr;
  reply.below = nullptr;
}
/// Sends the answer to the thread that waits at a reply object.
void send_reply(Tcb& sender, Reply& reply, bool can_grant);
/// The thread and its reply object have nothing to do with each other any more.
void unlink_reply(Tcb& tcb);
/// Takes a thread that waits for a reply out of its call stack, which falls into two.
void cut_reply(Tcb& tcb);
/// Takes a reply object out of its call stack, whose parts join; the scheduling context goes back
/// to the caller where the reply object is the last one.
void remove_reply(Reply& reply);

/// A queue that is in order of priority is so again.
void requeue_blocked(Tcb& tcb);
/// Those that wait go on, to find out that the object is gone.
void cancel_all(Endpoint& endpoint);
void cancel_all(Notification& notification);
void cancel_badged_sends(Endpoint& endpoint, Word badge);
void unbind_notification_of(Tcb& tcb);

}  // namespace sel4::kernel
