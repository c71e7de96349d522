// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <check/check.hpp>
#include <check/objects.hpp>
#include <core/vspace.hpp>

namespace sel4::kernel {

namespace {

struct Count {
  Word frames = 0;
  Word tables = 0;
  Word roots = 0;
};

/// Counts what a table of programs translates, and all below it.
void count_entries(Word table, Word entries, unsigned bits, Count& count) {
  const Word* entry = reinterpret_cast<const Word*>(arch::to_virtual(table));
  for (const Word* end = entry + entries; entry != end; ++entry) {
    if (!arch::is_used(*entry)) continue;
    if (!arch::is_table_entry(*entry, bits)) {
      ++count.frames;
      continue;
    }
    ++count.tables;
    require(bits > page_bits, "the last tables lead to frames", entry);
    count_entries(arch::entry_address(*entry), bit(table_index_bits), bits - table_index_bits,
                  count);
  }
}

bool is_mapped(const Cap& cap, Word root) {
  const Word vaddr = Mapping::of(cap).vaddr;
  if (cap.is(Kind::frame)) {
    const Walk at = walk(root, vaddr, cap.size());
    return at.bits == cap.size() && maps(*at.entry, cap.address(), at.bits);
  }
  for (unsigned bits = arch::root_entry_bits; bits > page_bits; bits -= table_index_bits) {
    const Walk at = walk(root, vaddr, bits);
    if (at.bits == bits && *at.entry == arch::table_entry(cap.address())) return true;
  }
  return false;
}

/// What capabilities account for: more than one may do so for the same entry.
Count count_capabilities() {
  Count count;
  for (const Slot* slot = slot_list.next; slot != nullptr; slot = slot->next) {
    const Cap& cap = slot->cap;
    if (!cap.is(Kind::frame) && !cap.is(Kind::page_table) && !cap.is(Kind::vspace)) continue;
    const Word asid = Mapping::of(cap).asid;
    const Word root = asid != 0 ? find_vspace(asid) : 0;
    if (root == 0) continue;
    if (arch::is_root(cap)) {
      if (root == cap.address() && !slot->prev->cap.same_object(cap)) ++count.roots;
    } else if (is_mapped(cap, root)) {
      ++(cap.is(Kind::frame) ? count.frames : count.tables);
    }
  }
  return count;
}

}  // namespace

void check_translation() {
  Count entries;
  for (const AsidPool* pool : asid_table) {
    if (pool == nullptr) continue;
    for (const Word root : pool->vspaces) {
      if (root == 0) continue;
      ++entries.roots;
      count_entries(root, arch::user_root_entries, arch::root_entry_bits, entries);
    }
  }
  const Count capabilities = count_capabilities();
  require(entries.roots == capabilities.roots, "an ASID leads to a root with a capability",
          asid_table);
  require(entries.tables <= capabilities.tables, "a table in use has a capability", asid_table);
  require(entries.frames <= capabilities.frames, "a frame that is mapped has a capability",
          asid_table);
  for (Word n = 0; n < asid_pools; ++n) {
    if (asid_table[n] == nullptr) continue;
    bool has_capability = false;
    for_each_object<AsidPool>(Kind::asid_pool, [&](const AsidPool& pool, const Cap& cap) {
      has_capability = has_capability || (&pool == asid_table[n] && cap.data == n * asids_per_pool);
    });
    require(has_capability, "a pool of ASIDs in use has a capability", asid_table[n]);
  }
}

}  // namespace sel4::kernel
