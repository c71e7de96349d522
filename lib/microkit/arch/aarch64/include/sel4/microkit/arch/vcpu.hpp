// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/arch/vcpu.hpp>
#include <sel4/config.hpp>
#include <sel4/microkit/child.hpp>

namespace sel4::microkit {

/// Virtual processor number `Id` of the domain's virtual machine (the `id` of its `vcpu`). Faults
/// of the guest come to the domain's fault() with this number. Kernels with hypervisor support.
template <unsigned Id>
class Vcpu : public detail::ChildMethods<Vcpu<Id>> {
  static_assert(config::arm_hypervisor_support,
                "virtual processors need a kernel with KernelArmHypervisorSupport");
  static_assert(Id < max_children, "a virtual processor has a number from 0 to 61");

 public:
  /// The number.
  [[nodiscard]] static constexpr unsigned number() noexcept { return Id; }

  /// The guest's thread; stop(), resume() and restart() are about it.
  [[nodiscard]] static BasicTcb<DomainIpc> tcb() noexcept {
    return BasicTcb<DomainIpc>{CPtr{slot::vcpu_tcb + Id}};
  }
  /// Stops the guest.
  static Result<> stop() noexcept { return tcb().suspend(); }
  /// Lets the guest go on where it was.
  static Result<> resume() noexcept { return tcb().resume(); }
  /// Lets the guest begin at `entry`. Only its program counter changes. A guest that has never run
  /// would begin as a user program, at exception level 0: start it with tcb().write_registers(),
  /// with the processor state (`spsr`) 5, exception level 1.
  static Result<> restart(Vaddr entry) noexcept {
    return detail::ChildMethods<Vcpu>::restart_thread(tcb(), entry);
  }

  /// The virtual processor itself: registers, interrupts for the guest, private interrupts.
  [[nodiscard]] static BasicVcpu<DomainIpc> object() noexcept {
    return BasicVcpu<DomainIpc>{CPtr{slot::vcpu + Id}};
  }

  /// Whether a fault is this guest's.
  friend constexpr bool operator==(AnyChild child, Vcpu) noexcept { return child.number() == Id; }
};

}  // namespace sel4::microkit
