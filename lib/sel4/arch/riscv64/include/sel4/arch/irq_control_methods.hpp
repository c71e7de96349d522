// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/irq_trigger.hpp>
#include <sel4/slot.hpp>

namespace sel4 {
template <class Ipc>
class BasicIrqHandler;
}  // namespace sel4

namespace sel4::arch {

/// What only IRQ control on RISC-V can do.
template <template <class> class Kind, class Ipc>
class IrqControlMethods : public ObjectOf<Kind, Ipc> {
 public:
  using ObjectOf<Kind, Ipc>::ObjectOf;

  /// Makes the handler capability for interrupt `irq` in `destination`, and programs the interrupt
  /// controller for `trigger`. (Manual: IRQ Control - Get IRQ Handler with Trigger Type.)
  /// Errors: delete_first: the slot is not empty; failed_lookup: no such slot; illegal_operation:
  /// the platform cannot set triggers; range: `irq` or the slot's depth is out of range;
  /// revoke_first: the interrupt has a handler.
  template <class S>
  Result<BasicIrqHandler<Ipc>> get_trigger(Word irq, IrqTrigger trigger,
                                           BasicSlot<S> destination) const noexcept {
    SEL4_TRY(irq_control_get_trigger(this->ipc(), this->cptr(), irq, static_cast<Word>(trigger),
                                     destination.root().cptr(), destination.index(),
                                     destination.depth_bits()));
    return BasicIrqHandler<Ipc>{destination.cptr(), this->ipc()};
  }
};

}  // namespace sel4::arch
