// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <core/error.hpp>
#include <core/object.hpp>

namespace sel4::kernel {

/// Where an address led.
struct Found {
  Slot* slot = nullptr;
  unsigned bits_left = 0;
};

/// Follows the low `depth` bits of `address` from `root`. Without a slot in the result,
/// `lookup_failure` says why.
[[nodiscard]] Found resolve(const Cap& root, Word address, unsigned depth);

/// The slot at an address of a thread's CSpace if that is one CNode, whose guard and slots take all
/// bits; else null.
[[nodiscard]] inline Slot* lookup_slot_quickly(const Tcb& tcb, Word address) {
  const Cap& root = tcb.slots[Tcb::cspace].cap;
  const unsigned radix = root.radix();
  if (!root.is(Kind::cnode) || radix + root.guard_bits() != word_bits ||
      address >> radix != root.guard()) [[unlikely]] {
    return nullptr;
  }
  return &object_of<Slot>(root) + (address & low_bits(radix));
}
/// The slot at an address of a thread's CSpace, or null (see `lookup_failure`).
[[nodiscard]] inline Slot* lookup_slot(const Tcb& tcb, Word address) {
  Slot* slot = lookup_slot_quickly(tcb, address);
  return slot != nullptr ? slot : resolve(tcb.slots[Tcb::cspace].cap, address, word_bits).slot;
}

/// The slot that a method names with a root, an index and a depth; it must be exactly that deep.
[[nodiscard]] Error lookup_named_slot(bool is_source, const Cap& root, Word index, Word depth,
                                      Slot*& slot);

/// A capability to be copied from `slot`. Null in `copy` where the kind cannot be copied.
[[nodiscard]] Error derive(const Slot& slot, const Cap& cap, Cap& copy);

/// `cap` with a new badge or guard and no more than the given rights. Null if that cannot be.
[[nodiscard]] Cap with_data(bool keep_badge, Word data, const Cap& cap);
[[nodiscard]] Cap with_rights(Word rights, const Cap& cap);

}  // namespace sel4::kernel
