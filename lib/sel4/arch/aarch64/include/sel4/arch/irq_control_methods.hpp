// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/arch/sgi_signal.hpp>
#include <sel4/irq_trigger.hpp>
#include <sel4/slot.hpp>

namespace sel4 {
template <class Ipc>
class BasicIrqHandler;
}  // namespace sel4

namespace sel4::arch {

/// Which software-generated interrupt to raise where.
struct SgiTarget {
  /// 0 to 15.
  Word irq;
  /// 0 to 7 with a GICv2; with a GICv3 the core's affinity, Aff3 to Aff0 of its MPIDR. The kernel
  /// does not know which cores exist, and signalling one that does not may bring the system down.
  Word target;
};

/// What only IRQ control on Arm can do.
/// Errors of all: delete_first: the slot is not empty; failed_lookup: no such slot;
/// illegal_operation: the platform has no such interrupts or triggers; range: `irq`, the core or
/// the slot's depth is out of range; revoke_first: the interrupt has a handler.
template <template <class> class Kind, class Ipc>
class IrqControlMethods : public ObjectOf<Kind, Ipc> {
 public:
  using ObjectOf<Kind, Ipc>::ObjectOf;

  /// Makes the handler capability for interrupt `irq` in `destination`, and programs the interrupt
  /// controller for `trigger`. (Manual: IRQ Control - Get IRQ Handler with Trigger Type.)
  template <class S>
  Result<BasicIrqHandler<Ipc>> get_trigger(Word irq, IrqTrigger trigger,
                                           BasicSlot<S> destination) const noexcept {
    SEL4_TRY(irq_control_get_trigger(this->ipc(), this->cptr(), irq, static_cast<Word>(trigger),
                                     destination.root().cptr(), destination.index(),
                                     destination.depth_bits()));
    return BasicIrqHandler<Ipc>{destination.cptr(), this->ipc()};
  }

  /// get_trigger() for an interrupt that `core` gets. Kernels with SMP only.
  template <class S>
    requires(sys::available::irq_control_get_trigger_core)
  Result<BasicIrqHandler<Ipc>> get_trigger_core(Word irq, IrqTrigger trigger, Word core,
                                                BasicSlot<S> destination) const noexcept {
    SEL4_TRY(irq_control_get_trigger_core(this->ipc(), this->cptr(), irq,
                                          static_cast<Word>(trigger), destination.root().cptr(),
                                          destination.index(), destination.depth_bits(), core));
    return BasicIrqHandler<Ipc>{destination.cptr(), this->ipc()};
  }

  /// Makes a capability that raises a software-generated interrupt on another core. Kernels without
  /// SMP only. (Manual: IRQ Control - IssueSGISignal.)
  template <class S>
    requires(sys::available::irq_control_issue_sgi_signal)
  Result<BasicSgiSignal<Ipc>> issue_sgi_signal(SgiTarget target,
                                               BasicSlot<S> destination) const noexcept {
    SEL4_TRY(irq_control_issue_sgi_signal(this->ipc(), this->cptr(), target.irq, target.target,
                                          destination.root().cptr(), destination.index(),
                                          destination.depth_bits()));
    return BasicSgiSignal<Ipc>{destination.cptr(), this->ipc()};
  }
};

}  // namespace sel4::arch

namespace sel4 {
using arch::SgiTarget;
}  // namespace sel4
