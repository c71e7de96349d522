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
  if (irq.kind == IrqKind::plain) {
    return sel4::sys::irq_control_get(ipc, control, irq.irq, root, slot.bits(), address_bits);
  }
  if (irq.kind == IrqKind::trigger) {
    return sel4::sys::irq_control_get_trigger(ipc, control, irq.irq, Word{irq.arguments[0]}, root,
                                              slot.bits(), address_bits);
  }
  return sel4::Failure{Error::illegal_operation};
}

/// There are none.
template <class Ipc>
Result<> issue_ports(Ipc, const sel4::capdl::PortsRecord&, CPtr, CPtr) {
  return sel4::Failure{Error::illegal_operation};
}

}  // namespace capdl_initializer::arch
