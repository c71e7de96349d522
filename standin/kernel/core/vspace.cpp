// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <arch/machine.hpp>
#include <core/scheduler.hpp>
#include <core/vspace.hpp>

namespace sel4::kernel {

constinit AsidPool* asid_table[asid_pools]{};

namespace {

/// The current thread's address space may be gone.
void reload_vspace() {
  arch::switch_vspace(nullptr);
  arch::switch_vspace(sched.current);
}

void drop_asid(Word asid, Word vspace) {
  if (asid == 0 || find_vspace(asid) != vspace) return;
  asid_table[asid / asids_per_pool]->vspaces[asid % asids_per_pool] = 0;
  arch::flush_asid(asid);
  reload_vspace();
}

void drop_asid_pool(const Cap& cap) {
  AsidPool* pool = &object_of<AsidPool>(cap);
  const Word first = cap.data;
  if (asid_table[first / asids_per_pool] != pool) return;
  asid_table[first / asids_per_pool] = nullptr;
  for (Word i = 0; i < asids_per_pool; ++i) {
    if (pool->vspaces[i] != 0) arch::flush_asid(first + i);
  }
  reload_vspace();
}

/// The root table in which something is mapped, or 0.
Word root_of(const Mapping& mapping) { return mapping.asid != 0 ? find_vspace(mapping.asid) : 0; }

}  // namespace

Walk walk(Word vspace, Word vaddr, unsigned bits) {
  Word* table = reinterpret_cast<Word*>(arch::to_virtual(vspace));
  unsigned at = arch::root_entry_bits;
  for (;;) {
    Word* entry = table + (vaddr >> at & low_bits(table_index_bits));
    if (at == bits || !arch::is_table_entry(*entry, at)) return {entry, at};
    table = reinterpret_cast<Word*>(arch::to_virtual(arch::entry_address(*entry)));
    at -= table_index_bits;
  }
}

void unmap_frame(const Cap& cap) {
  const Mapping mapping = Mapping::of(cap);
  const Word root = root_of(mapping);
  if (root == 0) return;
  const Walk at = walk(root, mapping.vaddr, cap.size());
  if (at.bits != cap.size() || !maps(*at.entry, cap.address(), at.bits)) return;
  arch::write_entry(at.entry, 0);
  arch::flush_page(mapping.asid, mapping.vaddr);
}

void unmap_table(const Cap& cap) {
  const Mapping mapping = Mapping::of(cap);
  const Word root = root_of(mapping);
  if (root == 0) return;
  for (unsigned bits = arch::root_entry_bits; bits > page_bits; bits -= table_index_bits) {
    const Walk at = walk(root, mapping.vaddr, bits);
    if (at.bits != bits) return;
    if (*at.entry != arch::table_entry(cap.address())) continue;
    arch::write_entry(at.entry, 0);
    arch::flush_asid(mapping.asid);
    return;
  }
}

void finalise_translation(const Cap& cap, bool last) {
  if (cap.is(Kind::frame)) {
    unmap_frame(cap);
  } else if (!last) {
    return;
  } else if (cap.is(Kind::asid_pool)) {
    drop_asid_pool(cap);
  } else if (arch::is_root(cap)) {
    drop_asid(Mapping::of(cap).asid, cap.address());
  } else {
    unmap_table(cap);
  }
}

}  // namespace sel4::kernel
