// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <arch/machine.hpp>
#include <core/slot.hpp>

namespace sel4::kernel {

/// Per interrupt line: the notification to signal, in a slot of the kernel.
struct IrqLine {
  Slot notification;
  bool is_issued;  // has a handler capability
};
extern constinit IrqLine irq_lines[arch::max_irq + 1];

/// Deals with the interrupt that is pending.
void handle_interrupt();
/// The last handler of a line is gone.
void release_irq(Word irq);

}  // namespace sel4::kernel
