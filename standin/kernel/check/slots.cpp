// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <check/check.hpp>
#include <check/objects.hpp>
#include <core/interrupt.hpp>

namespace sel4::kernel {

namespace {

/// More capabilities than there can be memory for slots in tests: a list that is longer runs in a
/// circle.
constexpr Word most_slots = 1'000'000;

void check_links() {
  Word count = 0;
  for (const Slot* slot = &slot_list; slot->next != nullptr; slot = slot->next) {
    require(slot->next->prev == slot, "a slot's neighbour points back to it", slot);
    require(!slot->next->is_empty(), "a slot in the list holds a capability", slot->next);
    require(++count < most_slots, "the list of slots ends", slot);
  }
  require(slot_list.prev == nullptr && slot_list.is_empty(), "the list starts", &slot_list);
}

/// Every capability in a container is in the list.
void check_contents(const Slot* slots, Word count) {
  for (const Slot* slot = slots; slot != slots + count; ++slot) {
    require(slot->is_empty() || (slot->prev != nullptr && slot->prev->next == slot),
            "a capability is in the list", slot);
    require(!slot->is_empty() || (slot->prev == nullptr && slot->next == nullptr),
            "an empty slot is in no list", slot);
  }
}

bool contains(const Cap& container, const Slot* slot) {
  if (container.is(Kind::cnode)) {
    const Slot* slots = &object_of<Slot>(container);
    return slots <= slot && slot < slots + bit(container.radix());
  }
  if (!container.is(Kind::tcb)) return false;
  const Slot* slots = object_of<Tcb>(container).slots;
  return slots <= slot && slot < slots + Tcb::slot_count;
}

bool is_in_irq_line(const Slot* slot) {
  for (const IrqLine& line : irq_lines) {
    if (&line.notification == slot) return true;
  }
  return false;
}

/// One slot at a time against all others: it is part of an object that there is a capability to;
/// the others with the same object are its neighbours; and its descendants follow it.
void check_one(const Slot& subject) {
  bool has_container = is_in_irq_line(&subject);
  bool in_family = true;
  bool in_run = true;
  for (const Slot* slot = slot_list.next; slot != nullptr; slot = slot->next) {
    has_container = has_container || contains(slot->cap, &subject);
  }
  require(has_container, "a slot is part of an object", &subject);
  for (const Slot* slot = subject.next; slot != nullptr; slot = slot->next) {
    in_family = in_family && is_derived(subject.cap, slot->cap);
    require(in_family || !is_derived(subject.cap, slot->cap),
            "what is derived from a capability follows it", slot);
    const bool same = has_object(subject.cap) && !subject.cap.is(Kind::untyped) &&
                      subject.cap.same_object(slot->cap);
    in_run = in_run && same;
    require(in_run || !same, "capabilities to one object are neighbours", slot);
  }
}

}  // namespace

void check_slots() {
  check_links();
  static Word turn = 0;
  Word n = 0;
  const Slot* subject = nullptr;
  for (const Slot* slot = slot_list.next; slot != nullptr; slot = slot->next, ++n) {
    const Cap& cap = slot->cap;
    if (n == turn) subject = slot;
    // Each object once.
    if (slot->prev->cap.same_object(cap)) continue;
    if (cap.is(Kind::cnode)) check_contents(&object_of<Slot>(cap), bit(cap.radix()));
    if (cap.is(Kind::tcb)) check_contents(object_of<Tcb>(cap).slots, Tcb::slot_count);
  }
  turn = subject != nullptr ? turn + 1 : 0;
  if (subject != nullptr) check_one(*subject);
}

}  // namespace sel4::kernel
