// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <arch/machine.hpp>
#include <core/fpu.hpp>

namespace sel4::kernel {

namespace {

/// The one whose registers are in the FPU.
constinit Tcb* owner = nullptr;
/// Whether programs may use it now. Boot loaders leave it as they like; before the first thread
/// runs it is off.
constinit bool is_on = true;

bool may_use(const Tcb& tcb) { return (tcb.flags & seL4_TCBFlag_fpuDisabled) == 0; }

void enable(bool on) {
  if (on == is_on) return;
  is_on = on;
  arch::enable_fpu(on);
}

}  // namespace

void drop_fpu(Tcb& tcb) {
  if (owner != &tcb) return;
  owner = nullptr;
  enable(false);
}

bool take_fpu(Tcb& tcb) {
  if (is_on || !may_use(tcb)) return false;
  enable(true);
  if (owner != nullptr) arch::save_fpu_registers(&owner->fpu);
  arch::load_fpu_registers(&tcb.fpu);
  owner = &tcb;
  return true;
}

void update_fpu(const Tcb& tcb) { enable(owner == &tcb && may_use(tcb)); }

}  // namespace sel4::kernel
