// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <arch/machine.hpp>
#include <core/fpu.hpp>
#include <core/interrupt.hpp>
#include <core/scheduler.hpp>
#include <core/thread.hpp>
#include <decode/invocation.hpp>

// What entry.S calls. Each function returns the registers of the thread to go on with.

extern "C" sel4::kernel::Word pending_vector;

namespace sel4::kernel::arch {

namespace {

enum Vector : Word {
  no_fpu = 7,
  page_fault = 14,
  first_interrupt = 32,
};
constexpr Word is_mapped = 1 << 0;
constexpr Word instruction_fetch = 1 << 4;

Word fault_address() {
  Word value;
  asm volatile("mov %%cr2, %0" : "=r"(value));
  return value;
}

void handle_exception(Word vector, Word code) {
  Tcb& tcb = *sched.current;
  if (vector == no_fpu && take_fpu(tcb)) return;
  const Word address = fault_address();
  if (!check_budget()) return;
  if (vector == page_fault) {
    // Programs cannot tell whether something is mapped where the kernel is.
    if (address >> 63 != 0) code &= ~is_mapped;
    raise_fault(tcb, {.type = seL4_Fault_VMFault,
                      .words = {address, (code & instruction_fetch) != 0, code},
                      .count = 3});
  } else {
    raise_fault(tcb, {.type = seL4_Fault_UserException, .words = {vector, code}, .count = 2});
  }
}

}  // namespace

extern "C" Context* kernel_syscall() {
  update_time();
  handle_syscall();
  return &sched.current->context;
}

extern "C" Context* kernel_trap(Word vector, Word code) {
  update_time();
  if (vector >= first_interrupt) {
    pending_vector = vector;
    static_cast<void>(check_budget());
    handle_interrupt();
  } else {
    handle_exception(vector, code);
  }
  schedule();
  return &sched.current->context;
}

extern "C" [[noreturn]] void kernel_died(Word vector, Word code, Word pc) {
  print("\nKERNEL EXCEPTION at ", Hex{pc}, ": vector ", vector, " code ", Hex{code}, " address ",
        Hex{fault_address()}, "\n");
  halt("the stand-in kernel has a defect");
}

}  // namespace sel4::kernel::arch
