// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <core/ipc.hpp>
#include <core/scheduler.hpp>
#include <core/thread.hpp>

namespace sel4::kernel {

void init_tcb(Tcb& tcb, std::uint8_t domain) {
  arch::init_registers(tcb);
  tcb.domain = domain;
  debug_add(tcb);
}

void cancel_ipc(Tcb& tcb) {
  switch (tcb.state) {
    case ThreadState::blocked_on_send:
    case ThreadState::blocked_on_receive:
      static_cast<Endpoint*>(tcb.blocked_on)->queue.remove(tcb);
      if (tcb.state == ThreadState::blocked_on_receive && tcb.reply != nullptr) unlink_reply(tcb);
      break;
    case ThreadState::blocked_on_notification:
      static_cast<Notification*>(tcb.blocked_on)->queue.remove(tcb);
      break;
    case ThreadState::blocked_on_reply:
      tcb.fault.type = seL4_Fault_NullFault;
      cut_reply(tcb);
      break;
    case ThreadState::inactive:
    case ThreadState::running:
      return;
  }
  tcb.state = ThreadState::inactive;
}

void suspend(Tcb& tcb) {
  cancel_ipc(tcb);
  cancel_yield_to(tcb);
  // One that suspends itself makes that system call again.
  if (tcb.is_runnable() && &tcb != sched.current) tcb.context.restart_pc = tcb.context.pc;
  tcb.state = ThreadState::inactive;
  dequeue(tcb);
  release_remove(tcb);
  if (sched.candidate == &tcb) sched.candidate = nullptr;
}

void restart(Tcb& tcb) {
  if (!tcb.is_stopped()) return;
  cancel_ipc(tcb);
  tcb.context.pc = tcb.context.restart_pc;
  tcb.fault.type = seL4_Fault_NullFault;
  tcb.state = ThreadState::running;
  if (tcb.sc == nullptr) return;
  if (tcb.sc->is_sporadic && tcb.sc != sched.current_sc) refill_unblock(*tcb.sc, sched.now);
  resume(*tcb.sc);
  wake(tcb);
}

void set_priority(Tcb& tcb, std::uint8_t priority) {
  if (tcb.is_queued) {
    dequeue(tcb);
    tcb.priority = priority;
    enqueue_first(tcb);
    reschedule();
  } else {
    tcb.priority = priority;
    if (&tcb == sched.current || &tcb == sched.candidate) reschedule();
  }
  requeue_blocked(tcb);
}

void set_domain(Tcb& tcb, std::uint8_t domain) {
  const bool was_queued = tcb.is_queued;
  dequeue(tcb);
  tcb.domain = domain;
  if (was_queued) enqueue_first(tcb);
  reschedule();
}

namespace {

constinit Tcb* first_thread = nullptr;

bool can_handle(const Cap& handler) {
  return handler.is(Kind::endpoint) && handler.can(Rights::write) &&
         handler.can(Rights::grant | Rights::grant_reply);
}

void print_unhandled(const Tcb& tcb) {
  const Fault& fault = tcb.fault;
  print("Found thread has no fault handler while trying to handle:\n");
  switch (fault.type) {
    case seL4_Fault_CapFault:
      print("cap fault in ", fault.words[1] != 0 ? "receive" : "send", " phase at address ",
            Hex{fault.words[0]}, "\n");
      break;
    case seL4_Fault_VMFault:
      print("vm fault on ", fault.words[1] != 0 ? "code" : "data", " at address ",
            Hex{fault.words[0]}, " with status ", Hex{fault.words[2]}, "\n");
      break;
    case seL4_Fault_UnknownSyscall:
      print("unknown syscall ", Hex{fault.words[0]}, "\n");
      break;
    case seL4_Fault_UserException:
      print("user exception ", Hex{fault.words[0]}, " code ", Hex{fault.words[1]}, "\n");
      break;
    default:
      print("Timeout fault for ", Hex{fault.words[0]}, "\n");
      break;
  }
  print("in thread ", Hex{reinterpret_cast<Word>(&tcb)}, " \"", tcb.name, "\" at address ",
        Hex{tcb.context.restart_pc}, "\n");
}

void send_fault(Tcb& tcb, const Fault& fault, unsigned handler_slot, bool can_donate) {
  const Cap& handler = tcb.slots[handler_slot].cap;
  tcb.fault = fault;
  if (can_handle(handler)) {
    send(tcb, handler, {.is_call = true, .is_blocking = true, .can_donate = can_donate});
    return;
  }
  print_unhandled(tcb);
  tcb.fault.type = seL4_Fault_NullFault;
  tcb.state = ThreadState::inactive;
  reschedule();
}

}  // namespace

bool has_timeout_handler(const Tcb& tcb) { return can_handle(tcb.slots[Tcb::timeout_handler].cap); }

void raise_fault(Tcb& tcb, const Fault& fault) {
  send_fault(tcb, fault, Tcb::fault_handler, tcb.sc != nullptr);
}

void raise_timeout(Tcb& tcb) {
  Fault fault{.type = seL4_Fault_Timeout, .count = 2};
  fault.words[0] = tcb.sc->badge;
  fault.words[1] = take_consumed_us(*tcb.sc);
  send_fault(tcb, fault, Tcb::timeout_handler, false);
}

void raise_cap_fault(Tcb& tcb, Word address, bool is_receive) {
  Fault fault{.type = seL4_Fault_CapFault, .count = 2 + lookup_failure.count};
  fault.words[0] = address;
  fault.words[1] = is_receive;
  for (Word i = 0; i < lookup_failure.count; ++i) fault.words[2 + i] = lookup_failure.words[i];
  raise_fault(tcb, fault);
}

void print_complaint() {
  const Tcb* tcb = sched.current;
  if (tcb == nullptr) return;
  print("<<stand-in kernel: \"", tcb->name, "\" @ ", Hex{tcb->context.restart_pc}, ">> ");
}

void debug_add(Tcb& tcb) {
  tcb.debug_prev = nullptr;
  tcb.debug_next = first_thread;
  if (first_thread != nullptr) first_thread->debug_prev = &tcb;
  first_thread = &tcb;
}

void debug_remove(Tcb& tcb) {
  (tcb.debug_prev != nullptr ? tcb.debug_prev->debug_next : first_thread) = tcb.debug_next;
  if (tcb.debug_next != nullptr) tcb.debug_next->debug_prev = tcb.debug_prev;
}

Tcb* debug_first() { return first_thread; }

void debug_dump() {
  static constexpr const char* states[] = {"inactive",         "running",
                                           "blocked on recv",  "blocked on send",
                                           "blocked on reply", "blocked on ntfn"};
  print("Dumping all tcbs!\nName\tState\tIP\tPrio\tCore\n");
  for (const Tcb* tcb = first_thread; tcb != nullptr; tcb = tcb->debug_next) {
    print(tcb->name, "\t", states[static_cast<unsigned>(tcb->state)], "\t",
          Hex{tcb->context.restart_pc}, "\t", unsigned{tcb->priority}, "\t0\n");
  }
}

}  // namespace sel4::kernel
