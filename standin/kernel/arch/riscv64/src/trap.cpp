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

enum Cause : Word {
  fetch_access = 1,
  illegal_instruction = 2,
  load_access = 5,
  store_access = 7,
  system_call = 8,
  fetch_page = 12,
  load_page = 13,
  store_page = 15,
};

Word trap_value() {
  Word value;
  asm volatile("csrr %0, stval" : "=r"(value));
  return value;
}

/// A page fault is told as what it would be without translation.
void raise_vm_fault(Tcb& tcb, Word kind) {
  raise_fault(tcb, {.type = seL4_Fault_VMFault,
                    .words = {trap_value(), kind == fetch_access, kind},
                    .count = 3});
}

void handle_fault(Word cause) {
  Tcb& tcb = *sched.current;
  // With the FPU off its instructions are illegal; if it was not that, they are so again.
  if (cause == illegal_instruction && take_fpu(tcb)) return;
  if (!check_budget()) return;
  switch (cause) {
    case fetch_access:
    case fetch_page:
      raise_vm_fault(tcb, fetch_access);
      break;
    case load_access:
    case load_page:
      raise_vm_fault(tcb, load_access);
      break;
    case store_access:
    case store_page:
      raise_vm_fault(tcb, store_access);
      break;
    default:
      raise_fault(tcb, {.type = seL4_Fault_UserException, .words = {cause, 0}, .count = 2});
      break;
  }
}

}  // namespace

extern "C" Context* kernel_trap(std::int64_t cause) {
  update_time();
  Context& context = sched.current->context;
  context.restart_pc = context.pc;
  if (cause == system_call) [[likely]] {
    context.pc += 4;
    handle_syscall();
  } else {
    if (cause < 0) {
      static_cast<void>(check_budget());
      handle_interrupt();
    } else {
      handle_fault(static_cast<Word>(cause));
    }
    schedule();
  }
  return &sched.current->context;
}

extern "C" [[noreturn]] void kernel_died() {
  Word pc;
  Word cause;
  asm volatile("csrr %0, sepc\n csrr %1, scause" : "=r"(pc), "=r"(cause));
  print("\nKERNEL EXCEPTION at ", Hex{pc}, ": cause ", Hex{cause}, " address ", Hex{trap_value()},
        "\n");
  halt("the stand-in kernel has a defect");
}

}  // namespace sel4::kernel::arch
