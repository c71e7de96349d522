// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <core/destroy.hpp>
#include <core/interrupt.hpp>
#include <core/ipc.hpp>
#include <core/scheduler.hpp>

namespace sel4::kernel {

constinit IrqLine irq_lines[arch::max_irq + 1]{};

void handle_interrupt() {
  const Word irq = arch::active_irq();
  if (irq == arch::no_irq) return;
  if (irq == arch::timer_irq) {
    // What it was for is found out by looking at the time.
    sched.must_set_timer = true;
    arch::finish_timer_irq();
    return;
  }
  arch::hold_irq(irq);
  const Cap& cap = irq_lines[irq].notification.cap;
  if (cap.is(Kind::notification) && cap.can(Rights::write)) {
    signal(object_of<Notification>(cap), cap.badge());
  }
}

void release_irq(Word irq) {
  arch::mask_irq(irq, true);
  irq_lines[irq].is_issued = false;
  destroy(irq_lines[irq].notification);
}

}  // namespace sel4::kernel
