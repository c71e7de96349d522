// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <core/destroy.hpp>
#include <core/fpu.hpp>
#include <core/ipc.hpp>
#include <core/scheduler.hpp>
#include <core/thread.hpp>
#include <decode/invocation.hpp>
#include <decode/tcb_space.hpp>

namespace sel4::kernel {

namespace {

Tcb& target_of(const Invocation& call) { return object_of<Tcb>(call.cap); }

Error read_registers(const Invocation& call) {
  if (!call.has(2, 0)) return truncated();
  const Word count = call.arg(1);
  if (count < 1 || count > arch::user_context_words) {
    return fail_range(1, arch::user_context_words, "the number of registers ", count);
  }
  Tcb& tcb = target_of(call);
  if (&tcb == &call.caller) return fail(seL4_IllegalOperation, "a thread cannot read itself");
  if ((call.arg(0) & 1) != 0) suspend(tcb);
  ending = Ending::answered;
  if (!call.is_call) return seL4_NoError;
  arch::sync_registers(tcb);
  Word words[arch::user_context_words];
  for (unsigned i = 0; i < count; ++i) words[i] = arch::read_register(tcb.context, i);
  return answer_words(call, words, static_cast<unsigned>(count));
}

Error write_registers(const Invocation& call) {
  if (!call.has(2, 0)) return truncated();
  const Word flags = call.arg(0);
  Word count = call.arg(1);
  if (call.length() - 2 < count) return truncated();
  Tcb& tcb = target_of(call);
  if (&tcb == &call.caller) return fail(seL4_IllegalOperation, "a thread cannot write itself");
  if (count > arch::user_context_words) count = arch::user_context_words;
  for (unsigned i = 0; i < count; ++i) arch::write_register(tcb.context, i, call.arg(2 + i));
  arch::leave_syscall(tcb);
  tcb.context.pc = tcb.context.restart_pc;
  if ((flags & 1) != 0) restart(tcb);
  return seL4_NoError;
}

Error copy_registers(const Invocation& call) {
  if (!call.has(1, 1)) return truncated();
  const Cap& source_cap = call.extra_cap(0);
  if (!source_cap.is(Kind::tcb)) return fail_capability(1, "the source is no thread");
  const Word flags = call.arg(0);
  Tcb& source = object_of<Tcb>(source_cap);
  Tcb& target = target_of(call);
  if ((flags & 1) != 0) suspend(source);
  if ((flags & 2) != 0) restart(target);
  if (&source == sched.current) arch::sync_registers(source);
  if (&target == sched.current) arch::sync_registers(target);
  const unsigned first = (flags & 4) != 0 ? 0 : arch::frame_words;
  const unsigned last = (flags & 8) != 0 ? arch::user_context_words : arch::frame_words;
  for (unsigned i = first; i < last; ++i) {
    arch::write_register(target.context, i, arch::read_register(source.context, i));
  }
  arch::leave_syscall(target);
  if ((flags & 4) != 0) target.context.pc = target.context.restart_pc;
  if (&target == sched.current) arch::load_registers(target);
  return seL4_NoError;
}

/// Whether a thread with the authority's ceiling may give such a priority.
Error check_priority(Word priority, const Tcb& authority) {
  if (priority > authority.mcp) {
    return fail_range(0, authority.mcp, "the priority ", priority);
  }
  return seL4_NoError;
}

Error set_priority_or_ceiling(const Invocation& call) {
  if (!call.has(1, 1)) return truncated();
  const Cap& authority = call.extra_cap(0);
  if (!authority.is(Kind::tcb)) return fail_capability(1, "the authority is no thread");
  const Word value = call.arg(0);
  if (const Error error = check_priority(value, object_of<Tcb>(authority))) return error;
  if (call.label() == TCBSetPriority) {
    set_priority(target_of(call), static_cast<std::uint8_t>(value));
  } else {
    target_of(call).mcp = static_cast<std::uint8_t>(value);
  }
  return seL4_NoError;
}

Error set_sched_params(const Invocation& call) {
  if (!call.has(2, 3)) return truncated();
  Tcb& tcb = target_of(call);
  const Cap& authority_cap = call.extra_cap(0);
  if (!authority_cap.is(Kind::tcb)) return fail_capability(1, "the authority is no thread");
  const Tcb& authority = object_of<Tcb>(authority_cap);
  if (const Error error = check_priority(call.arg(0), authority)) return error;
  if (const Error error = check_priority(call.arg(1), authority)) return error;
  const Cap& sc_cap = call.extra_cap(1);
  SchedContext* sc = nullptr;
  if (sc_cap.is(Kind::sched_context)) {
    sc = &object_of<SchedContext>(sc_cap);
    if (tcb.sc != nullptr && tcb.sc != sc) {
      return fail(seL4_IllegalOperation, "the thread has another scheduling context");
    }
    if (sc->tcb != nullptr && sc->tcb != &tcb) {
      return fail(seL4_IllegalOperation, "the scheduling context has another thread");
    }
    if (is_blocked(tcb) && !can_run_on(*sc)) {
      return fail(seL4_IllegalOperation, "a blocked thread cannot take a context without budget");
    }
  } else if (sc_cap.is_null()) {
    if (&tcb == &call.caller) {
      return fail(seL4_IllegalOperation, "a thread cannot take its own scheduling context away");
    }
  } else {
    return fail_capability(2, "there is no scheduling context");
  }
  if (!can_be_handler(call.extra_cap(2))) return fail_capability(3, "no handler for faults");

  set_handler(tcb, Tcb::fault_handler, *call.extra.slots[2]);
  tcb.mcp = static_cast<std::uint8_t>(call.arg(0));
  set_priority(tcb, static_cast<std::uint8_t>(call.arg(1)));
  if (sc != nullptr) {
    if (tcb.sc != sc) bind_tcb(*sc, tcb);
  } else if (tcb.sc != nullptr) {
    unbind_tcb(*tcb.sc);
  }
  return seL4_NoError;
}

Error bind_notification(const Invocation& call) {
  if (!call.has(0, 1)) return truncated();
  Tcb& tcb = target_of(call);
  if (tcb.bound != nullptr) return fail(seL4_IllegalOperation, "the thread has a notification");
  const Cap& cap = call.extra_cap(0);
  if (!cap.is(Kind::notification)) return fail(seL4_IllegalOperation, "there is no notification");
  if (!cap.can(Rights::read)) return fail(seL4_IllegalOperation, "the notification lacks read");
  Notification& notification = object_of<Notification>(cap);
  if (notification.bound != nullptr || !notification.queue.is_empty()) {
    return fail(seL4_IllegalOperation, "the notification is in use by a thread");
  }
  notification.bound = &tcb;
  tcb.bound = &notification;
  return seL4_NoError;
}

Error set_flags(const Invocation& call) {
  if (!call.has(2, 0)) return truncated();
  Tcb& tcb = target_of(call);
  const Word flags = (tcb.flags & ~call.arg(0)) | (call.arg(1) & seL4_TCBFlag_MASK);
  tcb.flags = static_cast<std::uint32_t>(flags);
  if (&tcb == sched.current) update_fpu(tcb);
  return answer_word(call, flags);
}

}  // namespace

Error invoke_tcb(const Invocation& call) {
  Tcb& tcb = target_of(call);
  switch (call.label()) {
    case TCBReadRegisters:
      return read_registers(call);
    case TCBWriteRegisters:
      return write_registers(call);
    case TCBCopyRegisters:
      return copy_registers(call);
    case TCBConfigure:
      return configure(call);
    case TCBSetPriority:
    case TCBSetMCPriority:
      return set_priority_or_ceiling(call);
    case TCBSetSchedParams:
      return set_sched_params(call);
    case TCBSetTimeoutEndpoint:
      return set_timeout_endpoint(call);
    case TCBSetIPCBuffer:
      return set_ipc_buffer(call);
    case TCBSetSpace:
      return set_space(call);
    case TCBSuspend:
      suspend(tcb);
      if (&tcb == sched.current) reschedule();
      return seL4_NoError;
    case TCBResume:
      restart(tcb);
      return seL4_NoError;
    case TCBBindNotification:
      return bind_notification(call);
    case TCBUnbindNotification:
      if (tcb.bound == nullptr) {
        return fail(seL4_IllegalOperation, "the thread has no notification");
      }
      unbind_notification_of(tcb);
      return seL4_NoError;
    case TCBSetTLSBase:
      if (!call.has(1, 0)) return truncated();
      tcb.context.tls_base() = call.arg(0);
      if (&tcb == sched.current) arch::load_registers(tcb);
      return seL4_NoError;
    case TCBSetFlags:
      return set_flags(call);
    default:
      return no_such_method();
  }
}

}  // namespace sel4::kernel
