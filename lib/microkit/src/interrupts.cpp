// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/microkit/event_loop.hpp>

void sel4::microkit::detail::acknowledge_all_interrupts() noexcept {
  for (const AnyChannel interrupt : ChannelSet{patched_irqs}) {
    sys::irq_handler_ack(sys::NoIpc{}, CPtr{slot::irq_handler + interrupt.number()}).ignore();
  }
}
