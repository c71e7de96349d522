// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <arch/fault.hpp>
#include <core/ipc.hpp>
#include <core/scheduler.hpp>
#include <core/thread.hpp>
#include <decode/debug.hpp>
#include <decode/invocation.hpp>
#include <decode/quick.hpp>
#include <decode/vspace.hpp>

namespace sel4::kernel {

namespace {

Error invoke_object(const Invocation& call) {
  switch (call.cap.kind()) {
    case Kind::untyped:
      return invoke_untyped(call);
    case Kind::cnode:
      return invoke_cnode(call);
    case Kind::tcb:
      return invoke_tcb(call);
    case Kind::sched_context:
      return invoke_sched_context(call);
    case Kind::sched_control:
      return invoke_sched_control(call);
    case Kind::irq_control:
      return invoke_irq_control(call);
    case Kind::irq_handler:
      return invoke_irq_handler(call);
    case Kind::domain_set:
      return invoke_domain_set(call);
    case Kind::frame:
      return invoke_frame(call);
    case Kind::page_table:
      return invoke_page_table(call);
    case Kind::asid_control:
      return invoke_asid_control(call);
    case Kind::asid_pool:
      return invoke_asid_pool(call);
    case Kind::vspace:
    case Kind::sgi_signal:
    case Kind::io_port:
    case Kind::io_port_control:
    case Kind::io_page_table:
      return arch::invoke(call);
    default:
      return fail_capability(0, "there is no capability to invoke at ", Hex{call.address});
  }
}

Error lacks(const char* right) { return fail_capability(0, "the capability lacks ", right); }

/// Makes the method, or passes the message on, that the capability in `slot` is for.
Error invoke_slot(Tcb& caller, Slot& slot, const ExtraCaps& extra, Word address, How how) {
  const Cap cap = slot.cap;
  switch (cap.kind()) {
    case Kind::endpoint:
      if (!cap.can(Rights::write)) return lacks("write");
      ending = Ending::answered;
      send(caller, cap, how);
      return seL4_NoError;
    case Kind::notification:
      if (!cap.can(Rights::write)) return lacks("write");
      signal(object_of<Notification>(cap), cap.badge());
      return seL4_NoError;
    case Kind::reply:
      send_reply(caller, object_of<Reply>(cap), cap.can(Rights::grant));
      return seL4_NoError;
    default:
      return invoke_object({.caller = caller,
                            .slot = slot,
                            .cap = cap,
                            .info = MessageInfo{caller.context.info()},
                            .extra = extra,
                            .buffer = buffer_of(caller, false),
                            .is_call = how.is_call,
                            .address = address});
  }
}

/// An address in a system call leads nowhere. Whether the rest of the call can follow.
bool fault_on_send(Tcb& caller, Word address, How how) {
  print_complaint();
  print("the address ", Hex{address}, " leads to no capability to send or to invoke\n");
  if (how.is_blocking) raise_cap_fault(caller, address, false);
  return !how.is_blocking;
}

/// Invokes what is at `address` with the message in the registers of `caller`. Whether the rest of
/// the system call, if there is any, can follow.
bool invoke(Tcb& caller, Word address, How how) {
  Slot* slot = lookup_slot(caller, address);
  if (slot == nullptr) [[unlikely]]
    return fault_on_send(caller, address, how);
  const MessageInfo info{caller.context.info()};
  ExtraCaps extra;
  Word bad_address = 0;
  if (info.extra_caps() != 0 && !find_extra_caps(caller, info, extra, bad_address)) {
    return fault_on_send(caller, bad_address, how);
  }
  ending = Ending::plain;
  const Error error = invoke_slot(caller, *slot, extra, address, how);
  if (how.is_call && caller.is_runnable()) {
    if (error != seL4_NoError) {
      answer_error(caller, error);
    } else if (ending == Ending::plain) {
      answer(caller, nullptr, 0);
    }
  }
  return true;
}

void fault_on_receive(Tcb& receiver, Word address) { raise_cap_fault(receiver, address, true); }

/// Receives or waits; `reply_address` is that of a reply object where `with_reply`.
void receive_from(Tcb& receiver, Word address, bool is_blocking, bool with_reply) {
  const Slot* slot = lookup_slot(receiver, address);
  if (slot == nullptr) {
    fault_on_receive(receiver, address);
    return;
  }
  const Cap cap = slot->cap;
  if (cap.is(Kind::endpoint) && cap.can(Rights::read)) [[likely]] {
    Reply* reply = nullptr;
    if (with_reply) {
      const Word reply_address = receiver.context.reply();
      const Slot* reply_slot = lookup_slot(receiver, reply_address);
      if (reply_slot == nullptr || !reply_slot->cap.is(Kind::reply)) [[unlikely]] {
        if (reply_slot != nullptr) lookup_failure = LookupFailure::missing(0);
        fault_on_receive(receiver, reply_address);
        return;
      }
      reply = &object_of<Reply>(reply_slot->cap);
    }
    receive(receiver, cap, is_blocking, reply);
    return;
  }
  if (cap.is(Kind::notification) && cap.can(Rights::read)) {
    Notification& notification = object_of<Notification>(cap);
    if (notification.bound == nullptr || notification.bound == &receiver) {
      wait(receiver, notification, is_blocking);
      return;
    }
  }
  lookup_failure = LookupFailure::missing(0);
  fault_on_receive(receiver, address);
}

void yield() {
  SchedContext& sc = *sched.current_sc;
  const Ticks consumed = sc.consumed + sched.consumed;
  charge_budget(sc.first().amount, false);
  sc.consumed = consumed;
}

}  // namespace

void handle_syscall() {
  Tcb& caller = *sched.current;
  arch::Context& context = caller.context;
  const auto number = static_cast<std::int64_t>(context.number());
  if (number == seL4_SysCall && call_quickly(caller)) return;
  if (number == seL4_SysReplyRecv && reply_and_receive_quickly(caller)) return;
  if (!check_budget()) [[unlikely]] {
    if (caller.state == ThreadState::running) retry_call(caller);
    schedule();
    return;
  }
  const Word address = context.cptr();
  switch (number) {
    case seL4_SysCall:
      invoke(caller, address, {.is_call = true, .is_blocking = true, .can_donate = true});
      break;
    case seL4_SysReplyRecv:
      invoke(caller, context.reply(), {});
      if (caller.is_runnable()) receive_from(caller, address, true, true);
      break;
    case seL4_SysSend:
      invoke(caller, address, {.is_call = false, .is_blocking = true, .can_donate = false});
      break;
    case seL4_SysNBSend:
      invoke(caller, address, {});
      break;
    case seL4_SysNBSendRecv:
      if (invoke(caller, context.destination(), {.can_donate = true}) && caller.is_runnable()) {
        receive_from(caller, address, true, true);
      }
      break;
    case seL4_SysNBSendWait:
      if (invoke(caller, context.reply(), {.can_donate = true}) && caller.is_runnable()) {
        receive_from(caller, address, true, false);
      }
      break;
    case seL4_SysRecv:
      receive_from(caller, address, true, true);
      break;
    case seL4_SysNBRecv:
      receive_from(caller, address, false, true);
      break;
    case seL4_SysWait:
      receive_from(caller, address, true, false);
      break;
    case seL4_SysNBWait:
      receive_from(caller, address, false, false);
      break;
    case seL4_SysYield:
      yield();
      break;
    default:
      if (!handle_debug_syscall(caller, number)) {
        raise_fault(caller,
                    {.type = seL4_Fault_UnknownSyscall, .words = {context.number()}, .count = 1});
      }
      break;
  }
  schedule();
}

}  // namespace sel4::kernel
