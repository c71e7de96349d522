// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <check/check.hpp>
#include <core/cspace.hpp>
#include <core/ipc.hpp>
#include <core/scheduler.hpp>
#include <decode/quick.hpp>

namespace sel4::kernel {

namespace {

/// Length and number of capabilities of a message that fits into registers.
[[nodiscard]] inline bool is_short(Word info) { return (info & low_bits(9)) <= message_registers; }

[[nodiscard]] inline bool is_quiet() { return sched.now < sched.quiet_until; }

/// The capability at an address of a CSpace that is one CNode, or null.
[[nodiscard]] inline const Cap* cap_at(const Tcb& tcb, Word address) {
  const Slot* slot = lookup_slot_quickly(tcb, address);
  return slot != nullptr ? &slot->cap : nullptr;
}

/// The message of `from`, whose tag is `info`.
inline void pass_message(Tcb& from, Word info, Tcb& to, Word badge) {
  to.context.badge() = badge;
  to.context.info() = info & ~(low_bits(5) << 7);
  switch (info & low_bits(7)) {
    case 4:
      to.context.message(3) = from.context.message(3);
      [[fallthrough]];
    case 3:
      to.context.message(2) = from.context.message(2);
      [[fallthrough]];
    case 2:
      to.context.message(1) = from.context.message(1);
      [[fallthrough]];
    case 1:
      to.context.message(0) = from.context.message(0);
      break;
    default:
      break;
  }
}

inline void hand_over_with(SchedContext& sc, Tcb& from, Tcb& to) {
  from.sc = nullptr;
  to.sc = &sc;
  sc.tcb = &to;
  to.state = ThreadState::running;
  hand_over(to);
  if constexpr (checks_invariants) check_invariants();
}

}  // namespace

bool call_quickly(Tcb& caller) {
  const Word info = caller.context.info();
  const Cap* cap = cap_at(caller, caller.context.cptr());
  if (cap == nullptr || !cap->is(Kind::endpoint) || !cap->can(Rights::write) ||
      !cap->can(Rights::grant | Rights::grant_reply) || !is_short(info) || !is_quiet()) {
    return false;
  }
  Endpoint& endpoint = object_of<Endpoint>(*cap);
  if (!endpoint.has(ThreadState::blocked_on_receive)) return false;
  Tcb& server = *endpoint.queue.head;
  Reply* reply = server.reply;
  if (reply == nullptr || server.sc != nullptr || server.priority < caller.priority ||
      server.domain != sched.domain) {
    return false;
  }

  endpoint.queue.remove(server);
  server.reply = nullptr;
  pass_message(caller, info, server, cap->badge());
  SchedContext& sc = *caller.sc;
  push_call(caller, *reply, sc);
  hand_over_with(sc, caller, server);
  return true;
}

bool reply_and_receive_quickly(Tcb& server) {
  const Word info = server.context.info();
  const Cap* cap = cap_at(server, server.context.cptr());
  const Cap* reply_cap = cap_at(server, server.context.reply());
  if (cap == nullptr || !cap->is(Kind::endpoint) || !cap->can(Rights::read) ||
      reply_cap == nullptr || !reply_cap->is(Kind::reply) || !is_short(info) || !is_quiet()) {
    return false;
  }
  Reply& reply = object_of<Reply>(*reply_cap);
  SchedContext* sc = reply.sc;
  if (sc == nullptr || sc != server.sc) return false;
  // At the top of a call stack there is a thread that waits.
  Tcb& caller = *reply.tcb;
  Endpoint& endpoint = object_of<Endpoint>(*cap);
  const Tcb* last = endpoint.queue.tail;
  const Tcb* other = highest();
  if (caller.fault.type != seL4_Fault_NullFault || caller.sc != nullptr ||
      caller.domain != sched.domain || (other != nullptr && other->priority > caller.priority) ||
      (last != nullptr &&
       (last->state != ThreadState::blocked_on_receive || last->priority < server.priority)) ||
      (server.bound != nullptr && server.bound->is_active)) {
    return false;
  }

  pop_call(reply, *sc);
  caller.reply = nullptr;
  pass_message(server, info, caller, 0);
  reply.tcb = &server;
  server.reply = &reply;
  server.can_grant = cap->can(Rights::grant);
  server.state = ThreadState::blocked_on_receive;
  server.blocked_on = &endpoint;
  endpoint.queue.append(server);
  hand_over_with(*sc, server, caller);
  return true;
}

}  // namespace sel4::kernel
