// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <core/destroy.hpp>
#include <core/interrupt.hpp>
#include <decode/invocation.hpp>
#include <decode/irq.hpp>

namespace sel4::kernel {

Error issue_handler(const Invocation& call, Word irq, Word index, Word depth, Slot*& slot) {
  if (irq_lines[irq].is_issued) {
    return fail(seL4_RevokeFirst, "interrupt ", irq, " has a handler");
  }
  if (const Error error = lookup_named_slot(false, call.extra_cap(0), index, depth, slot)) {
    return error;
  }
  if (!slot->is_empty()) return fail(seL4_DeleteFirst, "the destination slot is not empty");
  return seL4_NoError;
}

void make_handler(const Invocation& call, Word irq, Slot& slot) {
  irq_lines[irq].is_issued = true;
  place_copy(call.slot, slot, Cap::make({.kind = Kind::irq_handler, .data = irq}));
  arch::mask_irq(irq, false);
}

Error invoke_irq_control(const Invocation& call) {
  if (call.label() != IRQIssueIRQHandler) return arch::invoke_irq_control(call);
  if (!call.has(3, 1)) return truncated();
  const Word irq = call.arg(0);
  if (const Error error = arch::check_irq(irq)) return error;
  Slot* slot = nullptr;
  if (const Error error = issue_handler(call, irq, call.arg(1), call.arg(2), slot)) return error;
  make_handler(call, irq, *slot);
  return seL4_NoError;
}

Error invoke_irq_handler(const Invocation& call) {
  const Word irq = call.cap.data;
  Slot& target = irq_lines[irq].notification;
  switch (call.label()) {
    case IRQAckIRQ:
      arch::release_held_irq(irq);
      return seL4_NoError;
    case IRQSetIRQHandler: {
      if (!call.has(0, 1)) return truncated();
      Slot& source = *call.extra.slots[0];
      if (!source.cap.is(Kind::notification) || !source.cap.can(Rights::write)) {
        return fail_capability(0, "there is no notification that can be signalled");
      }
      const Cap cap = source.cap;
      destroy(target);
      if (source.cap.head == cap.head) place_copy(source, target, cap);
      return seL4_NoError;
    }
    case IRQClearIRQHandler:
      destroy(target);
      return seL4_NoError;
    default:
      return no_such_method();
  }
}

}  // namespace sel4::kernel
