// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <core/object.hpp>

namespace sel4::kernel {

/// Bits of the memory of a capability's object, or 0 if it has none.
[[nodiscard]] inline unsigned memory_bits(const Cap& cap) {
  switch (cap.kind()) {
    case Kind::untyped:
    case Kind::sched_context:
    case Kind::frame:
      return cap.size();
    case Kind::endpoint:
      return seL4_EndpointBits;
    case Kind::notification:
      return seL4_NotificationBits;
    case Kind::reply:
      return seL4_ReplyBits;
    case Kind::cnode:
      return cap.radix() + seL4_SlotBits;
    case Kind::tcb:
      return seL4_TCBBits;
    case Kind::page_table:
    case Kind::vspace:
    case Kind::io_page_table:
      return seL4_PageTableBits;
    case Kind::asid_pool:
      return seL4_ASIDPoolBits;
    default:
      return 0;
  }
}
[[nodiscard]] inline bool has_object(const Cap& cap) { return memory_bits(cap) != 0; }

/// Calls `use(object)` for each object of a kind, once.
template <class Object, class Use>
void for_each_object(Kind kind, Use use) {
  for (const Slot* slot = slot_list.next; slot != nullptr; slot = slot->next) {
    if (slot->cap.is(kind) && !slot->prev->cap.same_object(slot->cap)) {
      use(object_of<Object>(slot->cap), slot->cap);
    }
  }
}

}  // namespace sel4::kernel
