// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <core/cap.hpp>

namespace sel4::kernel {

/// A place for a capability, in the list that holds the derivation tree in preorder.
///
/// Which of the following capabilities are children is not stored: it follows from the objects they
/// refer to, and from which of them are originals.
struct Slot {
  Cap cap;
  Slot* prev = nullptr;
  Slot* next = nullptr;

  [[nodiscard]] bool is_empty() const { return cap.is_null(); }
};
static_assert(sizeof(Slot) == bit(seL4_SlotBits));

/// Whether `child`, which comes after `parent` in the list, is derived from it.
[[nodiscard]] bool is_derived(const Cap& parent, const Cap& child);

/// Whether a capability was derived from this slot's and still is.
[[nodiscard]] inline bool has_children(const Slot& slot) {
  return slot.next != nullptr && is_derived(slot.cap, slot.next->cap);
}

/// Whether no other slot holds a capability to the same object.
[[nodiscard]] bool is_last(const Slot& slot);

/// Fills an empty slot with a capability that comes right behind `parent`.
void insert_behind(Slot& parent, Slot& slot, const Cap& cap);
/// Fills an empty slot with a capability that has no relatives.
void insert_alone(Slot& slot, const Cap& cap);
/// Where the list of all capabilities starts: itself no capability.
extern constinit Slot slot_list;
/// Moves what is in `from` to the empty slot `to`, as `cap`.
void move_slot(Slot& from, Slot& to, const Cap& cap);
/// Exchanges two slots; each capability takes the given form.
void swap_slots(Slot& a, const Cap& cap_for_b, Slot& b, const Cap& cap_for_a);
/// Takes the capability out of its slot and out of the list.
void clear_slot(Slot& slot);

/// `source` as `copy` (from derive()) into the empty slot `target`.
void place_copy(Slot& source, Slot& target, Cap copy);

}  // namespace sel4::kernel
