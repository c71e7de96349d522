// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "processor.hpp"

#include <arch/machine.hpp>
#include <core/scheduler.hpp>

// Registers that are not saved on entry: bases of segments.

namespace sel4::kernel::arch {

namespace {

/// What programs may have set: carry, parity, adjust, zero, sign, direction, overflow.
constexpr Word user_flags = 0xcd5;
/// Interrupts, and the bit that is always set.
constexpr Word fixed_flags = 0x202;
constexpr Word task_switched = 8;  // in CR0
constexpr std::uint32_t usual_mxcsr = 0x1f80;
constexpr unsigned user_address_bits = 47;

void load_bases(const Context& context) {
  asm volatile("wrfsbase %0\n wrgsbase %1" ::"r"(context.fs_base), "r"(context.gs_base));
}
void save_bases(Context& context) {
  asm volatile("rdfsbase %0\n rdgsbase %1" : "=r"(context.fs_base), "=r"(context.gs_base));
}

}  // namespace

void write_register(Context& context, unsigned n, Word value) {
  switch (n) {
    case Context::pc_index:
      context.restart_pc = value >> user_address_bits == 0 ? value : 0;
      break;
    case Context::flags_index:
      context.flags = (value & user_flags) | fixed_flags;
      break;
    case Context::fs_index:
    case Context::gs_index:
      context.reg(n) = value >> user_address_bits == 0 ? value : 0;
      break;
    default:
      context.reg(n) = value;
      break;
  }
}

void init_registers(Tcb& tcb) {
  tcb.context.flags = fixed_flags;
  tcb.fpu.mxcsr = usual_mxcsr;
}

void sync_registers(Tcb& tcb) {
  if (&tcb == sched.current) save_bases(tcb.context);
}

void load_registers(Tcb& tcb) {
  if (tcb.context.fs_base >> user_address_bits != 0) tcb.context.fs_base = 0;
  if (&tcb == sched.current) load_bases(tcb.context);
}

void switch_registers(Tcb* from, Tcb& to) {
  if (from != nullptr) save_bases(from->context);
  load_registers(to);
  load_bases(to.context);
}

void enable_fpu(bool on) {
  if (on) {
    asm volatile("clts" ::: "memory");
  } else {
    Word cr0;
    asm volatile("mov %%cr0, %0" : "=r"(cr0));
    asm volatile("mov %0, %%cr0" ::"r"(cr0 | task_switched) : "memory");
  }
}

}  // namespace sel4::kernel::arch
