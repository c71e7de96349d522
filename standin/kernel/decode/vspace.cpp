// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <arch/machine.hpp>
#include <core/scheduler.hpp>
#include <core/vspace.hpp>
#include <decode/vspace.hpp>

namespace sel4::kernel {

using arch::Rules;

namespace {

/// The root table that a method is about, which must have an ASID.
Error check_root(const Cap& vspace, Word number) {
  if (is_usable_vspace(vspace)) return seL4_NoError;
  return fail_capability(number, "there is no address space with an ASID");
}

Error check_range(Word vaddr, unsigned bits) {
  if (arch::is_user_range(vaddr, bits)) return seL4_NoError;
  return fail_argument(0, "the address is not one of programs");
}

Error check_frame_place(const Cap& frame, Word vaddr, Word asid) {
  const Mapping before = Mapping::of(frame);
  if (before.asid == 0) return check_range(vaddr, frame.size());
  if (before.asid != asid) {
    return fail_capability(1, "the frame is mapped in another address space");
  }
  if (before.vaddr != vaddr) return fail_argument(0, "the frame is mapped at another address");
  return seL4_NoError;
}

Error map_frame(const Invocation& call) {
  if (!call.has(3, 1)) return truncated();
  Cap& frame = call.slot.cap;
  const Cap& vspace = call.extra_cap(0);
  const Word vaddr = call.arg(0);
  const Word rights = call.arg(1) & frame.rights();
  const Word attributes = call.arg(2);
  const unsigned bits = frame.size();
  if (const Error error = check_root(vspace, 1)) return error;
  if (const Error error = check_asid(vspace)) return error;
  const Word asid = Mapping::of(vspace).asid;
  if (Rules::range_comes_first) {
    if (const Error error = check_range(vaddr, bits)) return error;
  }
  if (Rules::place_comes_first) {
    if (const Error error = check_frame_place(frame, vaddr, asid)) return error;
  }
  if (!aligned(vaddr, bits)) return fail(seL4_AlignmentError, "the address is not aligned");
  if (!Rules::lookup_comes_first && !Rules::place_comes_first) {
    if (const Error error = check_frame_place(frame, vaddr, asid)) return error;
  }
  const Walk at = walk(vspace.address(), vaddr, Rules::frames_have_their_level ? bits : page_bits);
  if (at.bits != bits) {
    // Who maps memory learns this way which tables to make.
    lookup_failure = LookupFailure::missing(at.bits);
    return fail_lookup_quietly(false);
  }
  if (Rules::lookup_comes_first) {
    if (const Error error = check_frame_place(frame, vaddr, asid)) return error;
  }
  const bool was_used = *at.entry != 0;
  if (was_used && !Rules::frames_replace_each_other && Mapping::of(frame).asid == 0) {
    return fail(seL4_DeleteFirst, "something is mapped at the address");
  }
  if (Rules::frames_have_their_level && arch::is_table_entry(*at.entry, bits)) {
    return fail(seL4_DeleteFirst, "a table is mapped at the address");
  }
  // A frame that is replaced does not learn of it.
  frame.data = Mapping{asid, vaddr}.data();
  arch::write_entry(at.entry, arch::frame_entry(frame.address(), bits, rights, attributes));
  if (was_used) arch::flush_page(asid, vaddr);
  return seL4_NoError;
}

Error map_table(const Invocation& call) {
  if (!call.has(2, 1)) return truncated();
  Cap& table = call.slot.cap;
  if (Mapping::of(table).asid != 0) return fail_capability(0, "the table is mapped");
  const Word vaddr = call.arg(0);
  const Cap& vspace = call.extra_cap(0);
  if (const Error error = check_root(vspace, 1)) return error;
  // Where tables have no level of their own, it is the first that is missing.
  const unsigned wanted = arch::table_place_bits(table);
  const bool is_place = arch::is_table_place(round_down(vaddr, wanted));
  if (is_place || Rules::table_asid_comes_first) {
    if (const Error error = check_asid(vspace)) return error;
  }
  if (!is_place) return fail_argument(0, "the address is not one of programs");
  const Walk at = walk(vspace.address(), vaddr, wanted != 0 ? wanted : page_bits);
  if (wanted != 0 && at.bits != wanted) {
    lookup_failure = LookupFailure::missing(at.bits);
    return fail_lookup_quietly(false);
  }
  if (at.bits == page_bits || *at.entry != 0) {
    return fail(seL4_DeleteFirst, "something is mapped at the address");
  }
  table.data = Mapping{Mapping::of(vspace).asid, round_down(vaddr, at.bits)}.data();
  arch::write_entry(at.entry, arch::table_entry(table.address()));
  return seL4_NoError;
}

Error unmap_table_of(const Invocation& call) {
  if (!is_last(call.slot)) return fail(seL4_RevokeFirst, "the table has another capability");
  const Word asid = Mapping::of(call.cap).asid;
  if (asid != 0) {
    if (arch::is_root(call.cap) && find_vspace(asid) == call.cap.address()) {
      return fail(seL4_RevokeFirst, "the table is the root of an address space");
    }
    unmap_table(call.cap);
    arch::clear_memory(&object_of<char>(call.cap), bit(page_bits));
  }
  call.slot.cap.data = 0;
  arch::end_root(call.slot.cap);
  return seL4_NoError;
}

}  // namespace

Error check_asid(const Cap& vspace) {
  const Word root = find_vspace(Mapping::of(vspace).asid);
  if (root == vspace.address()) return seL4_NoError;
  if (root != 0 && Rules::other_root_is_wrong) {
    return fail_capability(1, "the address space's ASID is in use for another one");
  }
  lookup_failure = LookupFailure::invalid_root();
  return fail_lookup(false, "the address space's ASID is not in use");
}

Error invoke_frame(const Invocation& call) {
  switch (call.label()) {
    case arch::Label::page_map:
      return map_frame(call);
    case arch::Label::page_unmap:
      unmap_frame(call.cap);
      call.slot.cap.data = 0;
      return seL4_NoError;
    case arch::Label::page_get_address:
      return answer_word(call, call.cap.address());
    default:
      return arch::invoke_frame(call);
  }
}

Error invoke_page_table(const Invocation& call) {
  const arch::TableLabels labels = arch::table_labels(call.cap);
  if (call.label() == labels.map) return map_table(call);
  if (call.label() == labels.unmap) return unmap_table_of(call);
  return no_such_method();
}

Error invoke_asid_control(const Invocation& call) {
  if (call.label() != arch::Label::make_pool) return no_such_method();
  if (!call.has(2, 2)) return truncated();
  Word pool = 0;
  while (pool < asid_pools && asid_table[pool] != nullptr) ++pool;
  if (pool == asid_pools) return fail(seL4_DeleteFirst, "there are no ASID pools left");
  Slot& untyped = *call.extra.slots[0];
  if (!untyped.cap.is(Kind::untyped) || untyped.cap.size() != seL4_ASIDPoolBits ||
      untyped.cap.is_device()) {
    return fail_capability(1, "the memory is not just right for an ASID pool");
  }
  if (has_children(untyped)) return fail(seL4_RevokeFirst, "the untyped has children");
  Slot* slot = nullptr;
  if (const Error error =
          lookup_named_slot(false, call.extra_cap(1), call.arg(0), call.arg(1), slot)) {
    return error;
  }
  if (!slot->is_empty()) return fail(seL4_DeleteFirst, "the destination slot is not empty");
  untyped.cap.data = bit(untyped.cap.size());
  Cap cap = Cap::make(
      {.kind = Kind::asid_pool, .address = untyped.cap.address(), .data = pool * asids_per_pool});
  arch::clear_memory(&object_of<AsidPool>(cap), sizeof(AsidPool));
  asid_table[pool] = &object_of<AsidPool>(cap);
  insert_behind(untyped, *slot, cap);
  return seL4_NoError;
}

Error invoke_asid_pool(const Invocation& call) {
  if (call.label() != arch::Label::assign) return no_such_method();
  if (!call.has(0, 1)) return truncated();
  Cap& vspace = call.extra.slots[0]->cap;
  if (!arch::can_be_root(vspace) || Mapping::of(vspace).asid != 0) {
    return fail_capability(1, "there is no address space without ASID");
  }
  const Word first = call.cap.data;
  AsidPool* pool = &object_of<AsidPool>(call.cap);
  if (asid_table[first / asids_per_pool] != pool) {
    lookup_failure = LookupFailure::invalid_root();
    return fail_lookup(false, "the pool is not in use any more");
  }
  for (Word i = 0; i < asids_per_pool; ++i) {
    if (first + i == 0 || pool->vspaces[i] != 0) continue;
    arch::init_root(vspace);
    pool->vspaces[i] = vspace.address();
    vspace.data = Mapping{first + i, 0}.data();
    return seL4_NoError;
  }
  return fail(seL4_DeleteFirst, "the pool has no ASID left");
}

}  // namespace sel4::kernel
