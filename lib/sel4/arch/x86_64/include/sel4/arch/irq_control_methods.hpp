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

/// Which level of an I/O APIC's pin means "interrupt".
enum class IrqPolarity : Word { high = 0, low = 1 };

/// An interrupt that comes through an I/O APIC.
struct IoApicIrq {
  /// Counted from 0 in the order of the ACPI tables.
  Word ioapic;
  /// Of that I/O APIC, from 0.
  Word pin;
  /// Whether the device pulses the line or holds it.
  IrqTrigger trigger;
  /// Which level of the line is active.
  IrqPolarity polarity;
  /// The processor's vector to deliver to, 0 to VECTOR_MAX of libsel4.
  Word vector;
};

/// An interrupt that a PCI device sends as a message.
struct MsiIrq {
  /// Of the device that sends the message.
  Word pci_bus;
  /// Of the device on its bus.
  Word pci_device;
  /// Of that device.
  Word pci_function;
  /// What is programmed into the message's data.
  Word handle;
  /// The processor's vector to deliver to, 0 to MSI_MAX of libsel4.
  Word vector;
};

/// What only IRQ control on x86 can do.
/// Errors of both: delete_first: the slot is not empty; failed_lookup: no such slot;
/// illegal_operation: there is no I/O APIC; range: a number or the slot's depth is out of range;
/// revoke_first: the vector has a handler.
template <template <class> class Kind, class Ipc>
class IrqControlMethods : public ObjectOf<Kind, Ipc> {
 public:
  using ObjectOf<Kind, Ipc>::ObjectOf;

  /// Makes the handler capability for an I/O APIC's interrupt in `destination`.
  /// (Manual: IRQ Control - Get I/O APIC Handler.)
  template <class S>
  Result<BasicIrqHandler<Ipc>> get_ioapic(const IoApicIrq& irq,
                                          BasicSlot<S> destination) const noexcept {
    const Word level = irq.trigger == IrqTrigger::level ? 1 : 0;
    SEL4_TRY(irq_control_get_ioapic(this->ipc(), this->cptr(), destination.root().cptr(),
                                    destination.index(), destination.depth_bits(), irq.ioapic,
                                    irq.pin, level, static_cast<Word>(irq.polarity), irq.vector));
    return BasicIrqHandler<Ipc>{destination.cptr(), this->ipc()};
  }

  /// Makes the handler capability for a message-signalled interrupt in `destination`.
  /// (Manual: IRQ Control - Get MSI Handler.)
  template <class S>
  Result<BasicIrqHandler<Ipc>> get_msi(const MsiIrq& irq, BasicSlot<S> destination) const noexcept {
    SEL4_TRY(irq_control_get_msi(this->ipc(), this->cptr(), destination.root().cptr(),
                                 destination.index(), destination.depth_bits(), irq.pci_bus,
                                 irq.pci_device, irq.pci_function, irq.handle, irq.vector));
    return BasicIrqHandler<Ipc>{destination.cptr(), this->ipc()};
  }
};

}  // namespace sel4::arch

namespace sel4 {
using arch::IoApicIrq;
using arch::IrqPolarity;
using arch::MsiIrq;
}  // namespace sel4
