// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "cache.hpp"

#include <arch/machine.hpp>
#include <arch/vspace.hpp>
#include <core/scheduler.hpp>
#include <decode/invocation.hpp>

namespace sel4::kernel::arch {

namespace {

/// The root table that a method is about, which must have an ASID in use.
Error find_root(const Cap& vspace, Word number, Word& root) {
  if (!vspace.is(Kind::vspace)) return fail_capability(number, "there is no address space");
  const Word asid = Mapping::of(vspace).asid;
  if (asid == 0) return fail_capability(number, "the address space has no ASID");
  root = find_vspace(asid);
  if (root == vspace.address()) return seL4_NoError;
  lookup_failure = LookupFailure::invalid_root();
  return fail_lookup(false, "the address space's ASID is not in use");
}

void unmap_frame(const Cap& cap) {
  const Mapping mapping = Mapping::of(cap);
  const Word root = mapping.asid != 0 ? find_vspace(mapping.asid) : 0;
  if (root == 0) return;
  const Walk at = walk(root, mapping.vaddr, cap.size());
  if (at.bits != cap.size() || !maps(*at.entry, cap.address(), at.bits)) return;
  write_entry(at.entry, 0);
  flush_page(mapping.asid, mapping.vaddr);
}

void unmap_table(const Cap& cap) {
  const Mapping mapping = Mapping::of(cap);
  const Word root = mapping.asid != 0 ? find_vspace(mapping.asid) : 0;
  if (root == 0) return;
  for (unsigned bits = huge_bits + 9; bits > page_bits; bits -= 9) {
    const Walk at = walk(root, mapping.vaddr, bits);
    if (at.bits != bits) return;
    if (*at.entry != table_entry(cap.address())) continue;
    write_entry(at.entry, 0);
    flush_asid(mapping.asid);
    return;
  }
}

Error map_frame(const Invocation& call) {
  if (!call.has(3, 1)) return truncated();
  Cap& frame = call.slot.cap;
  const Word vaddr = call.arg(0);
  const Word rights = call.arg(1) & frame.rights();
  const Word attributes = call.arg(2);
  const unsigned bits = frame.size();
  Word root = 0;
  if (const Error error = find_root(call.extra_cap(0), 1, root)) return error;
  const Word asid = Mapping::of(call.extra_cap(0)).asid;
  if (!aligned(vaddr, bits)) return fail(seL4_AlignmentError, "the address is not aligned");
  const Mapping before = Mapping::of(frame);
  if (before.asid != 0) {
    if (before.asid != asid) {
      return fail_capability(1, "the frame is mapped in another address space");
    }
    if (before.vaddr != vaddr) return fail_argument(0, "the frame is mapped at another address");
  } else if (vaddr + low_bits(bits) > seL4_UserTop) {
    return fail_argument(0, "the address is not one of programs");
  }
  const Walk at = walk(root, vaddr, page_bits);
  if (at.bits != bits) {
    lookup_failure = LookupFailure::missing(at.bits);
    return fail_lookup(false, "the tables for the address do not suit the frame's size");
  }
  // Another frame that is there is just replaced; its capability does not learn of it.
  frame.data = Mapping{asid, vaddr}.data();
  const bool was_used = *at.entry != 0;
  write_entry(at.entry, frame_entry(frame.address(), bits, rights, attributes));
  if (was_used) flush_page(asid, vaddr);
  return seL4_NoError;
}

Error map_table(const Invocation& call) {
  if (!call.has(2, 1)) return truncated();
  Cap& table = call.slot.cap;
  if (Mapping::of(table).asid != 0) return fail_capability(0, "the table is mapped");
  const Word vaddr = call.arg(0);
  Word root = 0;
  if (const Error error = find_root(call.extra_cap(0), 1, root)) return error;
  if (vaddr > seL4_UserTop) return fail_argument(0, "the address is not one of programs");
  const Walk at = walk(root, vaddr, page_bits);
  if (at.bits == page_bits || *at.entry != 0) {
    return fail(seL4_DeleteFirst, "something is mapped at the address");
  }
  table.data = Mapping{Mapping::of(call.extra_cap(0)).asid, round_down(vaddr, at.bits)}.data();
  write_entry(at.entry, table_entry(table.address()));
  return seL4_NoError;
}

Error invoke_frame(const Invocation& call) {
  switch (call.label()) {
    case ARMPageMap:
      return map_frame(call);
    case ARMPageUnmap:
      unmap_frame(call.cap);
      call.slot.cap.data = 0;
      return seL4_NoError;
    case ARMPageClean_Data:
    case ARMPageInvalidate_Data:
    case ARMPageCleanInvalidate_Data:
    case ARMPageUnify_Instruction:
      return flush_frame(call);
    case ARMPageGetAddress:
      return answer_word(call, call.cap.address());
    default:
      return no_such_method();
  }
}

Error invoke_table(const Invocation& call) {
  switch (call.label()) {
    case ARMPageTableMap:
      return map_table(call);
    case ARMPageTableUnmap:
      if (!is_last(call.slot)) return fail(seL4_RevokeFirst, "the table has another capability");
      if (Mapping::of(call.cap).asid != 0) {
        unmap_table(call.cap);
        clear_memory(&object_of<char>(call.cap), bit(page_bits));
      }
      call.slot.cap.data = 0;
      return seL4_NoError;
    default:
      return no_such_method();
  }
}

}  // namespace

Error derive(const Cap& cap, Cap& copy) {
  if (cap.is(Kind::frame)) {
    copy = cap;
    copy.data = 0;
    return seL4_NoError;
  }
  if (Mapping::of(cap).asid == 0) return fail(seL4_IllegalOperation, "the table is not in use");
  copy = cap;
  return seL4_NoError;
}

void finalise(const Cap& cap, bool last) {
  switch (cap.kind()) {
    case Kind::frame:
      unmap_frame(cap);
      break;
    case Kind::page_table:
      if (last) unmap_table(cap);
      break;
    case Kind::vspace:
      if (last && Mapping::of(cap).asid != 0) drop_asid(Mapping::of(cap).asid, cap.address());
      break;
    case Kind::asid_pool:
      if (last) drop_asid_pool(cap);
      break;
    default:
      break;
  }
}

bool is_usable_vspace(const Cap& cap) { return cap.is(Kind::vspace) && Mapping::of(cap).asid != 0; }

unsigned object_bits(Word type) {
  switch (type) {
    case seL4_ARM_HugePageObject:
      return seL4_HugePageBits;
    case seL4_ARM_LargePageObject:
      return seL4_LargePageBits;
    default:
      return page_bits;
  }
}

bool is_frame_type(Word type) {
  return type == seL4_ARM_HugePageObject || type == seL4_ARM_LargePageObject ||
         type == seL4_ARM_SmallPageObject;
}

Cap make_object(Word type, Word address, bool is_device) {
  if (is_frame_type(type)) {
    return Cap::make({.kind = Kind::frame,
                      .address = address,
                      .size = object_bits(type),
                      .rights = Rights::read | Rights::write,
                      .extra = is_device});
  }
  const Kind kind = type == seL4_ARM_VSpaceObject ? Kind::vspace : Kind::page_table;
  return Cap::make({.kind = kind, .address = address});
}

Error invoke(const Invocation& call) {
  switch (call.cap.kind()) {
    case Kind::frame:
      return invoke_frame(call);
    case Kind::page_table:
      return invoke_table(call);
    case Kind::vspace:
      return flush_vspace(call);
    case Kind::asid_control:
      return invoke_asid_control(call);
    case Kind::asid_pool:
      return invoke_asid_pool(call);
    default:
      return invoke_sgi(call);
  }
}

}  // namespace sel4::kernel::arch
