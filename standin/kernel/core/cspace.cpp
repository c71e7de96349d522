// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <core/cspace.hpp>
#include <core/vspace.hpp>

namespace sel4::kernel {

Found resolve(const Cap& root, Word address, unsigned depth) {
  if (!root.is(Kind::cnode)) [[unlikely]] {
    lookup_failure = LookupFailure::invalid_root();
    return {};
  }
  const Cap* node = &root;
  unsigned left = depth;
  for (;;) {
    const unsigned guard_bits = node->guard_bits();
    const unsigned radix = node->radix();
    // A shift by the word's width would not give zero.
    const Word top = left == 0 ? 0 : address << (word_bits - left);
    const Word found_guard = guard_bits == 0 ? 0 : top >> (word_bits - guard_bits);
    if (guard_bits > left || found_guard != node->guard()) [[unlikely]] {
      lookup_failure = LookupFailure::guard_mismatch(left, node->guard(), guard_bits);
      return {};
    }
    const unsigned bits = guard_bits + radix;
    if (bits > left) [[unlikely]] {
      lookup_failure = LookupFailure::depth_mismatch(left, bits);
      return {};
    }
    left -= bits;
    Slot* slot = &object_of<Slot>(*node) + (address >> left & low_bits(radix));
    if (left == 0 || !slot->cap.is(Kind::cnode)) return {slot, left};
    node = &slot->cap;
  }
}

Error lookup_named_slot(bool is_source, const Cap& root, Word index, Word depth, Slot*& slot) {
  if (!root.is(Kind::cnode)) {
    lookup_failure = LookupFailure::invalid_root();
    return fail_lookup(is_source, "the path starts at no CNode");
  }
  if (depth < 1 || depth > word_bits) return fail_range(1, word_bits, "the depth ", depth);
  const Found found = resolve(root, index, static_cast<unsigned>(depth));
  if (found.slot == nullptr) return fail_lookup(is_source, "the path leads to no slot");
  if (found.bits_left != 0) {
    lookup_failure = LookupFailure::depth_mismatch(found.bits_left, 0);
    return fail_lookup(is_source, "the path ends before its last bits");
  }
  slot = found.slot;
  return seL4_NoError;
}

Error derive(const Slot& slot, const Cap& cap, Cap& copy) {
  copy = {};
  switch (cap.kind()) {
    case Kind::remains:
    case Kind::irq_control:
    case Kind::io_port_control:
      return seL4_NoError;
    case Kind::untyped:
      if (has_children(slot)) return fail(seL4_RevokeFirst, "the untyped has children");
      break;
    case Kind::frame:
      copy = cap;
      copy.data = 0;
      return seL4_NoError;
    case Kind::page_table:
    case Kind::vspace:
    case Kind::io_page_table:
      if (Mapping::of(cap).asid == 0) return fail(seL4_IllegalOperation, "the table is not in use");
      break;
    default:
      break;
  }
  copy = cap;
  return seL4_NoError;
}

Cap with_data(bool keep_badge, Word data, const Cap& cap) {
  Cap result = cap;
  switch (cap.kind()) {
    case Kind::endpoint:
    case Kind::notification:
      if (keep_badge || cap.badge() != 0) return {};
      result.data = data;
      break;
    case Kind::cnode: {
      const unsigned guard_bits = data & 63;
      if (guard_bits + cap.radix() > word_bits) return {};
      result.set_extra(guard_bits);
      result.data = data >> 6 & low_bits(guard_bits);
      break;
    }
    default:
      break;
  }
  return result;
}

Cap with_rights(Word rights, const Cap& cap) {
  Cap result = cap;
  switch (cap.kind()) {
    case Kind::endpoint:
    case Kind::notification:
    case Kind::reply:
    case Kind::frame:
      result.set_rights(cap.rights() & rights);
      break;
    default:
      break;
  }
  return result;
}

}  // namespace sel4::kernel
