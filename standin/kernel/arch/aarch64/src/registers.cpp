// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <arch/fault.hpp>
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
constexpr unsigned pc = 0;
constexpr unsigned sp = 1;
constexpr unsigned spsr = 2;
/// Not one of seL4_UserContext: where the thread goes on if it does not try again.
constexpr unsigned next_pc = user_context_words;

constexpr std::uint8_t from_pc[] = {pc};
constexpr std::uint8_t of_exception[] = {pc, sp, spsr};
constexpr std::uint8_t of_syscall[] = {3, 4, 5, 6, 7, 8, 9, 10, pc, sp, next_pc, spsr};
/// The one whose registers are in the FPU, and whether programs may use it now.
constinit Tcb* fpu_owner = nullptr;
constinit bool fpu_on = false;

void enable_fpu(bool on) {
  if (on == fpu_on) return;
  fpu_on = on;
  const Word value = Word{on ? 3U : 1U} << 20;
  asm volatile("msr cpacr_el1, %0\n isb" ::"r"(value));
}

/// The thread's own registers that are not saved on entry.
void load_tls(const Context& context) {
  asm volatile("msr tpidr_el0, %0\n msr tpidrro_el0, %1" ::"r"(context.tpidr),
               "r"(context.tpidrro));
}
void save_tls(Context& context) { asm volatile("mrs %0, tpidr_el0" : "=r"(context.tpidr)); }

extern "C" void save_fpu_registers(FpuState* state);
extern "C" void load_fpu_registers(const FpuState* state);

bool may_use_fpu(const Tcb& tcb) { return (tcb.flags & seL4_TCBFlag_fpuDisabled) == 0; }

}  // namespace

Word read_register(const Context& context, unsigned n) {
  switch (n) {
    case pc:
      return context.restart_pc;
    case sp:
      return context.sp;
    case spsr:
      return context.spsr;
    case next_pc:
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
    case pc:
      context.restart_pc = value;
      break;
    case sp:
      context.sp = value;
      break;
    case spsr:
      context.spsr = (value & spsr_kept) | user_spsr;
      break;
    case next_pc:
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

std::span<const std::uint8_t> fault_registers(Word type) {
  switch (type) {
    case seL4_Fault_UnknownSyscall:
      return of_syscall;
    case seL4_Fault_UserException:
      return of_exception;
    case seL4_Fault_Timeout:
      return {};
    default:
      return from_pc;
  }
}

void init_context(Context& context) { context.spsr = user_spsr; }

void sync_registers(Tcb& tcb) {
  if (&tcb == sched.current) save_tls(tcb.context);
}

void load_registers(Tcb& tcb) {
  if (&tcb == sched.current) load_tls(tcb.context);
}

void switch_registers(Tcb* from, Tcb& to) {
  if (from != nullptr) save_tls(from->context);
  load_tls(to.context);
  update_fpu(to);
}

void drop_fpu(Tcb& tcb) {
  if (fpu_owner != &tcb) return;
  fpu_owner = nullptr;
  enable_fpu(false);
}

void update_fpu(Tcb& tcb) { enable_fpu(fpu_owner == &tcb && may_use_fpu(tcb)); }

bool take_fpu(Tcb& tcb) {
  if (!may_use_fpu(tcb)) return false;
  enable_fpu(true);
  if (fpu_owner != nullptr) save_fpu_registers(&fpu_owner->fpu);
  load_fpu_registers(&tcb.fpu);
  fpu_owner = &tcb;
  return true;
}

}  // namespace sel4::kernel::arch
