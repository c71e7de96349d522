// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <arch/machine.hpp>
#include <core/scheduler.hpp>

namespace sel4::kernel::arch {

namespace {

/// User mode, with nothing masked but the fast interrupts that do not exist.
constexpr Word user_spsr = 0x40;
constexpr Word spsr_kept = 0xf000'0000;

/// Which general register each member of seL4_UserContext is, from x0 on.
constexpr std::uint8_t general[] = {0,  1,  2,  3,  4,  5,  6,  7,  8,  16, 17, 18, 29, 30, 9, 10,
                                    11, 12, 13, 14, 15, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28};
constexpr unsigned first_general = 3;

/// The thread's own registers that are not saved on entry.
void load_tls(const Context& context) {
  asm volatile("msr tpidr_el0, %0\n msr tpidrro_el0, %1" ::"r"(context.tpidr),
               "r"(context.tpidrro));
}
void save_tls(Context& context) { asm volatile("mrs %0, tpidr_el0" : "=r"(context.tpidr)); }

}  // namespace

Word read_register(const Context& context, unsigned n) {
  switch (n) {
    case Context::pc_index:
      return context.restart_pc;
    case Context::sp_index:
      return context.sp;
    case Context::spsr_index:
      return context.spsr;
    case Context::next_pc_index:
      return context.pc;
    case user_context_words - 2:
      return context.tpidr;
    case user_context_words - 1:
      return context.tpidrro;
    default:
      return context.x[general[n - first_general]];
  }
}

void write_register(Context& context, unsigned n, Word value) {
  switch (n) {
    case Context::pc_index:
      context.restart_pc = value;
      break;
    case Context::sp_index:
      context.sp = value;
      break;
    case Context::spsr_index:
      context.spsr = (value & spsr_kept) | user_spsr;
      break;
    case Context::next_pc_index:
      context.pc = value;
      break;
    case user_context_words - 2:
      context.tpidr = value;
      break;
    case user_context_words - 1:
      context.tpidrro = value;
      break;
    default:
      context.x[general[n - first_general]] = value;
      break;
  }
}

void init_registers(Tcb& tcb) { tcb.context.spsr = user_spsr; }

void sync_registers(Tcb& tcb) {
  if (&tcb == sched.current) save_tls(tcb.context);
}

void load_registers(Tcb& tcb) {
  if (&tcb == sched.current) load_tls(tcb.context);
}

void switch_registers(Tcb* from, Tcb& to) {
  if (from != nullptr) save_tls(from->context);
  load_tls(to.context);
}

void enable_fpu(bool on) {
  const Word value = Word{on ? 3U : 1U} << 20;
  asm volatile("msr cpacr_el1, %0\n isb" ::"r"(value));
}

}  // namespace sel4::kernel::arch
