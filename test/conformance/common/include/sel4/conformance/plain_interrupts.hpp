// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/conformance/arch/labels.hpp>
#include <sel4/conformance/ask.hpp>

// Handlers where an interrupt is a number and nothing more: aarch64 and riscv64.

namespace sel4::conformance::machine {

/// A handler by the method that every architecture has.
inline sys::Registers issue(CPtr control, Word irq, CPtr to) noexcept {
  return ask(control, InvocationLabel::irq_issue_irq_handler, {irq, to.bits(), 64},
             {init_thread::cnode.cptr()});
}
/// One that is told by its level (0) or edge (1).
inline sys::Registers issue_triggered(CPtr control, Word irq, Word trigger, CPtr to) noexcept {
  return ask(control, irq_trigger, {irq, trigger, to.bits(), 64}, {init_thread::cnode.cptr()});
}

}  // namespace sel4::conformance::machine
