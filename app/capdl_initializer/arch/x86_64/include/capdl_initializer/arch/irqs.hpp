// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <capdl_initializer/context.hpp>

namespace capdl_initializer::arch {

/// Makes an interrupt's handler capability in `slot`, an address below `root`.
template <class Ipc>
Result<> get_irq(Ipc ipc, const sel4::capdl::IrqRecord& irq, CPtr root, CPtr slot) {
  using sel4::capdl::IrqKind;
  const CPtr control{::seL4_CapIRQControl};
  const auto argument = [&](std::size_t i) { return Word{irq.arguments[i]}; };
  if (irq.kind == IrqKind::msi) {
    return sel4::sys::irq_control_get_msi(ipc, control, root, slot.bits(), address_bits,
                                          argument(0), argument(1), argument(2), argument(3),
                                          irq.irq);
  }
  if (irq.kind == IrqKind::ioapic) {
    return sel4::sys::irq_control_get_ioapic(ipc, control, root, slot.bits(), address_bits,
                                             argument(0), argument(1), argument(2), argument(3),
                                             irq.irq);
  }
  return sel4::sys::irq_control_get(ipc, control, irq.irq, root, slot.bits(), address_bits);
}

/// Makes a capability to I/O ports in `slot`, an address below `root`.
template <class Ipc>
Result<> issue_ports(Ipc ipc, const sel4::capdl::PortsRecord& ports, CPtr root, CPtr slot) {
  return sel4::sys::x86_ioport_control_issue(ipc, CPtr{::seL4_CapIOPortControl}, Word{ports.first},
                                             Word{ports.last}, root, slot.bits(), address_bits);
}

}  // namespace capdl_initializer::arch
