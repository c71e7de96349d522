// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <arch/machine.hpp>

// The FPU: a thread gets it when it uses it.

namespace sel4::kernel::arch {

namespace {

constexpr Word fpu_state = Word{3} << 13;  // in sstatus

/// The one whose registers are in the FPU, and whether programs may use it now.
constinit Tcb* fpu_owner = nullptr;
constinit bool fpu_on = false;

void enable_fpu(bool on) {
  if (on == fpu_on) return;
  fpu_on = on;
  if (on) {
    asm volatile("csrs sstatus, %0" ::"r"(fpu_state));
  } else {
    asm volatile("csrc sstatus, %0" ::"r"(fpu_state));
  }
}

extern "C" void save_fpu_registers(FpuState* state);
extern "C" void load_fpu_registers(const FpuState* state);

bool may_use_fpu(const Tcb& tcb) { return (tcb.flags & seL4_TCBFlag_fpuDisabled) == 0; }

}  // namespace

void switch_registers(Tcb*, Tcb& to) { update_fpu(to); }

void drop_fpu(Tcb& tcb) {
  if (fpu_owner != &tcb) return;
  fpu_owner = nullptr;
  enable_fpu(false);
}

void update_fpu(Tcb& tcb) { enable_fpu(fpu_owner == &tcb && may_use_fpu(tcb)); }

bool take_fpu(Tcb& tcb) {
  if (fpu_on || !may_use_fpu(tcb)) return false;
  enable_fpu(true);
  if (fpu_owner != nullptr) save_fpu_registers(&fpu_owner->fpu);
  load_fpu_registers(&tcb.fpu);
  fpu_owner = &tcb;
  return true;
}

}  // namespace sel4::kernel::arch
