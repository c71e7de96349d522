// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/conformance/ask.hpp>
#include <sel4/conformance/scratch.hpp>

namespace sel4::conformance::machine {

/// A handler by the method that every architecture has.
inline sys::Registers issue(CPtr control, Word irq, CPtr to) noexcept {
  return ask(control, InvocationLabel::irq_issue_irq_handler, {irq, to.bits(), 64},
             {init_thread::cnode.cptr()});
}
/// One that is told by its level (0) or edge (1).
inline sys::Registers issue_triggered(CPtr control, Word irq, Word trigger, CPtr to) noexcept {
  return ask(control, InvocationLabel::riscv_irq_issue_irq_handler_trigger,
             {irq, trigger, to.bits(), 64}, {init_thread::cnode.cptr()});
}

/// There are none.
inline void own_interrupts(Scratch&) {}

}  // namespace sel4::conformance::machine
