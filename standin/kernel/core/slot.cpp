// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <core/slot.hpp>

namespace sel4::kernel {

constinit Slot slot_list{};

namespace {

/// Bytes that the object of a capability takes as a power of two, or 0 if it takes none.
bool has_memory(const Cap& cap) {
  switch (cap.kind()) {
    case Kind::null:
    case Kind::sched_control:
    case Kind::irq_control:
    case Kind::irq_handler:
    case Kind::domain_set:
    case Kind::asid_control:
    case Kind::sgi_signal:
    case Kind::io_port:
    case Kind::io_port_control:
      return false;
    default:
      return true;
  }
}

bool covers(const Cap& parent, const Cap& child) {
  switch (parent.kind()) {
    case Kind::untyped:
      return has_memory(child) &&
             child.address() >> parent.size() == parent.address() >> parent.size() &&
             (!child.is(Kind::untyped) || child.size() <= parent.size());
    case Kind::irq_control:
      return child.is(Kind::irq_control) || child.is(Kind::irq_handler) ||
             child.is(Kind::sgi_signal);
    case Kind::io_port_control:
      return child.is(Kind::io_port);
    case Kind::irq_handler:
    case Kind::sgi_signal:
    case Kind::io_port:
      return child.kind() == parent.kind() && child.data == parent.data;
    default:
      return parent.same_object(child);
  }
}

void link(Slot* before, Slot* after) {
  if (before != nullptr) before->next = after;
  if (after != nullptr) after->prev = before;
}

bool same_thing(const Slot* a, const Slot& b) {
  if (a == nullptr || a->cap.kind() != b.cap.kind()) return false;
  // An untyped next to one is its parent, a part or a copy; none of them keeps the other alive.
  if (b.cap.is(Kind::untyped)) return false;
  if (b.cap.is(Kind::irq_handler) || b.cap.is(Kind::io_port)) return a->cap.data == b.cap.data;
  return a->cap.same_object(b.cap);
}

}  // namespace

bool is_derived(const Cap& parent, const Cap& child) {
  if (!parent.is_original() || !covers(parent, child)) return false;
  const bool badged =
      (parent.is(Kind::endpoint) || parent.is(Kind::notification)) && parent.badge() != 0;
  return !badged || (child.badge() == parent.badge() && !child.is_original());
}

bool is_last(const Slot& slot) {
  return !same_thing(slot.prev, slot) && !same_thing(slot.next, slot);
}

void insert_behind(Slot& parent, Slot& slot, const Cap& cap) {
  slot.cap = cap;
  link(&slot, parent.next);
  if (parent.next == nullptr) slot.next = nullptr;
  link(&parent, &slot);
}

void insert_alone(Slot& slot, const Cap& cap) { insert_behind(slot_list, slot, cap); }

void move_slot(Slot& from, Slot& to, const Cap& cap) {
  to = {.cap = cap, .prev = from.prev, .next = from.next};
  link(from.prev, &to);
  link(&to, from.next);
  from = {};
}

void swap_slots(Slot& a, const Cap& cap_for_b, Slot& b, const Cap& cap_for_a) {
  Slot hold;
  move_slot(a, hold, cap_for_b);
  move_slot(b, a, cap_for_a);
  move_slot(hold, b, cap_for_b);
}

void clear_slot(Slot& slot) {
  if (slot.prev != nullptr) slot.prev->next = slot.next;
  if (slot.next != nullptr) slot.next->prev = slot.prev;
  slot = {};
}

void place_copy(Slot& source, Slot& target, Cap copy) {
  bool original = false;
  switch (copy.kind()) {
    case Kind::untyped:
      original = true;
      break;
    case Kind::endpoint:
    case Kind::notification:
      original = copy.badge() != source.cap.badge();
      break;
    case Kind::irq_handler:
    case Kind::sgi_signal:
      original = source.cap.is(Kind::irq_control);
      break;
    case Kind::io_port:
      original = source.cap.is(Kind::io_port_control);
      break;
    default:
      break;
  }
  copy.set_original(original);
  // Two capabilities must not hand out the same memory: the copy takes over what is left.
  if (source.cap.is(Kind::untyped) && copy.is(Kind::untyped) &&
      copy.address() == source.cap.address() && copy.size() == source.cap.size()) {
    source.cap.data = bit(source.cap.size());
  }
  insert_behind(source, target, copy);
}

}  // namespace sel4::kernel
