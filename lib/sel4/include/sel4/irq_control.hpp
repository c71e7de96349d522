// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/arch/irq_control_methods.hpp>
#include <sel4/irq_handler.hpp>
#include <sel4/slot.hpp>

namespace sel4 {

/// The right to make interrupt handlers.
template <class Ipc>
class BasicIrqControl : public arch::IrqControlMethods<BasicIrqControl, Ipc> {
 public:
  using arch::IrqControlMethods<BasicIrqControl, Ipc>::IrqControlMethods;
  /// The kind's name in messages.
  static constexpr const char* kind_name = "IRQControl";

  /// Makes the handler for interrupt `irq` in `slot`. (Manual: IRQ Control - Get.)
  /// Errors: revoke_first: it has a handler already; delete_first: the slot is not empty; range: no
  /// such interrupt; failed_lookup: no such slot; illegal_operation: this architecture makes
  /// handlers in other ways; invalid_capability: not an IRQ control.
  template <class Other>
  Result<BasicIrqHandler<Ipc>> get(Word irq, BasicSlot<Other> slot) const noexcept {
    const Result<> result = irq_control_get(this->ipc(), this->cptr(), irq, slot.root().cptr(),
                                            slot.index(), slot.depth_bits());
    if (!result) return Failure{result.error()};
    return BasicIrqHandler<Ipc>{slot.cptr(), this->ipc()};
  }
};

/// The right to make interrupt handlers, through the calling thread's IPC buffer.
using IrqControl = BasicIrqControl<sys::ThreadIpc>;

}  // namespace sel4
