// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <arch/machine.hpp>
#include <core/fpu.hpp>
#include <core/interrupt.hpp>
#include <core/scheduler.hpp>
#include <core/thread.hpp>
#include <decode/invocation.hpp>

// What entry.S calls. Each function returns the registers of the thread to go on with.

namespace sel4::kernel::arch {

namespace {

constexpr Word class_shift = 26;
enum ExceptionClass : Word {
  fpu_access = 0x07,
  system_call = 0x15,
  fetch_abort = 0x20,
  data_abort = 0x24,
};

Word syndrome() {
  Word value;
  asm volatile("mrs %0, esr_el1" : "=r"(value));
  return value;
}
Word fault_address() {
  Word value;
  asm volatile("mrs %0, far_el1" : "=r"(value));
  return value;
}

void handle_fault(Word esr) {
  Tcb& tcb = *sched.current;
  tcb.context.restart_pc = tcb.context.pc;
  const Word kind = esr >> class_shift;
  if (kind == fpu_access && take_fpu(tcb)) return;
  if (!check_budget()) return;
  if (kind == data_abort || kind == fetch_abort) {
    raise_fault(tcb, {.type = seL4_Fault_VMFault,
                      .words = {fault_address(), kind == fetch_abort, esr},
                      .count = 3});
  } else {
    raise_fault(tcb, {.type = seL4_Fault_UserException, .words = {esr, 0}, .count = 2});
  }
}

}  // namespace

extern "C" Context* kernel_synchronous() {
  update_time();
  const Word esr = syndrome();
  if (esr >> class_shift == system_call) [[likely]] {
    Context& context = sched.current->context;
    context.restart_pc = context.pc - 4;
    handle_syscall();
  } else {
    handle_fault(esr);
    schedule();
  }
  return &sched.current->context;
}

extern "C" Context* kernel_interrupt() {
  update_time();
  Tcb& tcb = *sched.current;
  tcb.context.restart_pc = tcb.context.pc;
  static_cast<void>(check_budget());
  handle_interrupt();
  schedule();
  return &sched.current->context;
}

extern "C" [[noreturn]] void kernel_died() {
  Word pc;
  asm volatile("mrs %0, elr_el1" : "=r"(pc));
  print("\nKERNEL EXCEPTION at ", Hex{pc}, ": syndrome ", Hex{syndrome()}, " address ",
        Hex{fault_address()}, "\n");
  halt("the stand-in kernel has a defect");
}

}  // namespace sel4::kernel::arch
