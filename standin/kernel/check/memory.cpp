// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <check/check.hpp>
#include <check/objects.hpp>
#include <core/interrupt.hpp>

namespace sel4::kernel {

namespace {

void check_untyped(const Slot& slot) {
  const Cap& untyped = slot.cap;
  require(untyped.data <= bit(untyped.size()), "an untyped's free memory is in it", &slot);
  require(aligned(untyped.address(), untyped.size()), "an untyped is aligned", &slot);
  for (const Slot* child = slot.next; child != nullptr && is_derived(untyped, child->cap);
       child = child->next) {
    require(child->cap.address() - untyped.address() < untyped.data,
            "what was made from an untyped is in its used part", child);
  }
}

/// One object at a time against all others.
void check_overlap(const Slot& subject) {
  const Word start = subject.cap.address();
  const Word end = start + bit(memory_bits(subject.cap));
  for (const Slot* slot = slot_list.next; slot != nullptr; slot = slot->next) {
    const Cap& cap = slot->cap;
    if (cap.is(Kind::untyped) || !has_object(cap) || cap.same_object(subject.cap)) continue;
    require(cap.address() >= end || cap.address() + bit(memory_bits(cap)) <= start,
            "objects do not overlap", slot);
  }
}

void check_irq_lines() {
  Word handled = 0;
  for (const Slot* slot = slot_list.next; slot != nullptr; slot = slot->next) {
    const Cap& cap = slot->cap;
    if (!cap.is(Kind::irq_handler)) continue;
    require(irq_lines[cap.data].is_issued, "a line with a handler is issued", slot);
    const Cap& before = slot->prev->cap;
    if (!before.is(Kind::irq_handler) || before.data != cap.data) ++handled;
  }
  Word issued = 0;
  for (const IrqLine& line : irq_lines) {
    const Cap& cap = line.notification.cap;
    require(cap.is_null() || (cap.is(Kind::notification) && line.is_issued),
            "a line signals a notification, and has a handler", &line);
    if (&line != &irq_lines[arch::timer_irq] && line.is_issued) ++issued;
  }
  require(handled == issued, "an issued line has a handler", irq_lines);
}

}  // namespace

void check_memory() {
  static Word turn = 0;
  Word n = 0;
  const Slot* subject = nullptr;
  for (const Slot* slot = slot_list.next; slot != nullptr; slot = slot->next) {
    if (slot->cap.is(Kind::untyped)) {
      check_untyped(*slot);
    } else if (has_object(slot->cap) && n++ == turn) {
      subject = slot;
    }
  }
  turn = subject != nullptr ? turn + 1 : 0;
  if (subject != nullptr) check_overlap(*subject);
  check_irq_lines();
}

}  // namespace sel4::kernel
