// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <core/destroy.hpp>
#include <core/ipc.hpp>
#include <decode/invocation.hpp>

namespace sel4::kernel {

namespace {

/// Methods that take a capability from one slot to another.
Error transfer_cap(const Invocation& call, Slot& target) {
  const Word label = call.label();
  if (!call.has(4, 1)) return truncated();
  if (!target.is_empty()) return fail(seL4_DeleteFirst, "the destination slot is not empty");
  Slot* source = nullptr;
  if (const Error error =
          lookup_named_slot(true, call.extra_cap(0), call.arg(2), call.arg(3), source)) {
    return error;
  }
  if (source->is_empty()) {
    lookup_failure = LookupFailure::missing(call.arg(3));
    return fail_lookup(true, "the source slot is empty");
  }
  Cap cap = source->cap;
  switch (label) {
    case CNodeCopy:
    case CNodeMint: {
      if (!call.has(label == CNodeCopy ? 5 : 6, 1)) return truncated();
      cap = with_rights(call.arg(4), cap);
      if (label == CNodeMint) cap = with_data(false, call.arg(5), cap);
      Cap copy;
      if (const Error error = derive(*source, cap, copy)) return error;
      if (copy.is_null()) return fail(seL4_IllegalOperation, "the capability cannot be copied so");
      place_copy(*source, target, copy);
      return seL4_NoError;
    }
    case CNodeMutate:
      if (!call.has(5, 1)) return truncated();
      cap = with_data(true, call.arg(4), cap);
      if (cap.is_null()) return fail(seL4_IllegalOperation, "the capability cannot be changed so");
      break;
    default:
      break;
  }
  move_slot(*source, target, cap);
  return seL4_NoError;
}

Error rotate(const Invocation& call, Slot& target) {
  if (!call.has(8, 2)) return truncated();
  Slot* source = nullptr;
  Slot* pivot = nullptr;
  if (const Error error =
          lookup_named_slot(true, call.extra_cap(1), call.arg(6), call.arg(7), source)) {
    return error;
  }
  if (const Error error =
          lookup_named_slot(true, call.extra_cap(0), call.arg(3), call.arg(4), pivot)) {
    return error;
  }
  if (pivot == source || pivot == &target) {
    return fail(seL4_IllegalOperation, "the pivot slot is also source or destination");
  }
  if (source != &target && !target.is_empty()) {
    return fail(seL4_DeleteFirst, "the destination slot is not empty");
  }
  if (source->is_empty()) {
    lookup_failure = LookupFailure::missing(call.arg(7));
    return fail_lookup(true, "the source slot is empty");
  }
  if (pivot->is_empty()) {
    lookup_failure = LookupFailure::missing(call.arg(4));
    return fail_lookup(false, "the pivot slot is empty");
  }
  const Cap from_source = with_data(true, call.arg(5), source->cap);
  const Cap from_pivot = with_data(true, call.arg(2), pivot->cap);
  if (from_source.is_null()) {
    return fail(seL4_IllegalOperation, "the source capability cannot be changed so");
  }
  if (from_pivot.is_null()) {
    return fail(seL4_IllegalOperation, "the pivot capability cannot be changed so");
  }
  if (source == &target) {
    swap_slots(*source, from_source, *pivot, from_pivot);
  } else {
    move_slot(*pivot, target, from_pivot);
    move_slot(*source, *pivot, from_source);
  }
  return seL4_NoError;
}

Error cancel_sends(const Slot& slot) {
  const Cap& cap = slot.cap;
  if (!cap.is(Kind::endpoint) || cap.rights() != Rights::all) {
    return fail(seL4_IllegalOperation, "only an endpoint with all rights can cancel sends");
  }
  if (cap.badge() != 0) cancel_badged_sends(object_of<Endpoint>(cap), cap.badge());
  return seL4_NoError;
}

}  // namespace

Error invoke_cnode(const Invocation& call) {
  const Word label = call.label();
  if (label < CNodeRevoke || label > CNodeRotate) return no_such_method();
  if (!call.has(2, 0)) return truncated();
  Slot* slot = nullptr;
  if (const Error error = lookup_named_slot(false, call.cap, call.arg(0), call.arg(1), slot)) {
    return error;
  }
  switch (label) {
    case CNodeRevoke:
      revoke(*slot);
      return seL4_NoError;
    case CNodeDelete:
      destroy(*slot);
      return seL4_NoError;
    case CNodeCancelBadgedSends:
      return cancel_sends(*slot);
    case CNodeRotate:
      return rotate(call, *slot);
    default:
      return transfer_cap(call, *slot);
  }
}

}  // namespace sel4::kernel
