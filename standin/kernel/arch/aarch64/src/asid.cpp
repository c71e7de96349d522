// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <arch/machine.hpp>
#include <arch/vspace.hpp>
#include <core/scheduler.hpp>
#include <decode/invocation.hpp>

namespace sel4::kernel::arch {

constinit AsidPool* asid_table[asid_pools]{};

Word find_vspace(Word asid) {
  const AsidPool* pool = asid_table[asid / asids_per_pool];
  return pool != nullptr ? pool->vspaces[asid % asids_per_pool] : 0;
}

void drop_asid(Word asid, Word vspace) {
  if (find_vspace(asid) != vspace) return;
  asid_table[asid / asids_per_pool]->vspaces[asid % asids_per_pool] = 0;
  flush_asid(asid);
  switch_vspace(nullptr);
  switch_vspace(sched.current);
}

void drop_asid_pool(const Cap& cap) {
  AsidPool* pool = &object_of<AsidPool>(cap);
  const Word first = cap.data;
  if (asid_table[first / asids_per_pool] != pool) return;
  asid_table[first / asids_per_pool] = nullptr;
  for (Word i = 0; i < asids_per_pool; ++i) {
    if (pool->vspaces[i] != 0) flush_asid(first + i);
  }
  switch_vspace(nullptr);
  switch_vspace(sched.current);
}

Error invoke_asid_control(const Invocation& call) {
  if (call.label() != ARMASIDControlMakePool) return no_such_method();
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
  cap.set_original(true);
  clear_memory(&object_of<AsidPool>(cap), sizeof(AsidPool));
  asid_table[pool] = &object_of<AsidPool>(cap);
  insert_behind(untyped, *slot, cap);
  return seL4_NoError;
}

Error invoke_asid_pool(const Invocation& call) {
  if (call.label() != ARMASIDPoolAssign) return no_such_method();
  if (!call.has(0, 1)) return truncated();
  Cap& vspace = call.extra.slots[0]->cap;
  if (!vspace.is(Kind::vspace) || Mapping::of(vspace).asid != 0) {
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
    pool->vspaces[i] = vspace.address();
    vspace.data = Mapping{first + i, 0}.data();
    return seL4_NoError;
  }
  return fail(seL4_DeleteFirst, "the pool has no ASID left");
}

}  // namespace sel4::kernel::arch
