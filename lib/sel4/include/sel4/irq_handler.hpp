// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/notification.hpp>
#include <sel4/sys/invocations.hpp>

namespace sel4 {

/// One interrupt. It comes as a signal on a notification, and not again until it is acknowledged.
///
/// Errors of all operations: illegal_operation, invalid_capability: not an interrupt handler.
template <class Ipc>
class BasicIrqHandler : public ObjectOf<BasicIrqHandler, Ipc> {
 public:
  using ObjectOf<BasicIrqHandler, Ipc>::ObjectOf;
  /// The kind's name in messages.
  static constexpr const char* kind_name = "IRQHandler";

  /// Lets the interrupt come again. (Manual: IRQ Handler - Ack.)
  Result<> ack() const noexcept { return irq_handler_ack(this->ipc(), this->cptr()); }

  /// From now on the interrupt signals `notification`, or-ing in the capability's badge. Needs
  /// write. (Manual: IRQ Handler - Set Notification.)
  Result<> set_notification(BasicNotification<sys::ThreadIpc> notification) const noexcept {
    return irq_handler_set_notification(this->ipc(), this->cptr(), notification.cptr());
  }

  /// From now on the interrupt signals nothing. (Manual: IRQ Handler - Clear.)
  Result<> clear() const noexcept { return irq_handler_clear(this->ipc(), this->cptr()); }
};

/// An interrupt's handler, for operations through the calling thread's IPC buffer.
using IrqHandler = BasicIrqHandler<sys::ThreadIpc>;

}  // namespace sel4
