// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <arch/translation.hpp>
#include <core/object.hpp>

namespace sel4::kernel {

/// Where a frame or table is mapped: an ASID, 0 for nowhere, and an address.
struct Mapping {
  Word asid = 0;
  Word vaddr = 0;

  [[nodiscard]] static constexpr Mapping of(const Cap& cap) {
    return {cap.data & 0xffff, cap.data >> 16 << 12};
  }
  [[nodiscard]] constexpr Word data() const { return asid | vaddr >> 12 << 16; }
};

inline constexpr unsigned page_bits = seL4_PageBits;
inline constexpr unsigned table_index_bits = seL4_PageTableIndexBits;

/// A capability to the root of an address space, which has an ASID; whether that is in use for it,
/// and where any table can be a root whether it is one, is another question.
[[nodiscard]] inline bool is_usable_vspace(const Cap& cap) {
  return arch::can_be_root(cap) && Mapping::of(cap).asid != 0;
}

// Address space identifiers: a table of pools, which hold the root tables.
inline constexpr unsigned asid_pools = 1U << seL4_NumASIDPoolsBits;
inline constexpr unsigned asids_per_pool = 1U << seL4_ASIDPoolIndexBits;
struct AsidPool {
  Word vspaces[asids_per_pool];  // physical addresses
};
extern constinit AsidPool* asid_table[asid_pools];
/// The root table of an ASID, or 0.
[[nodiscard]] inline Word find_vspace(Word asid) {
  const AsidPool* pool = asid_table[asid / asids_per_pool];
  return pool != nullptr ? pool->vspaces[asid % asids_per_pool] : 0;
}

/// The entry for an address at which the walk ended, and the bits that it translates.
struct Walk {
  Word* entry;
  unsigned bits;
};
/// Goes down from a root table to the entry of `bits`, or as far as tables lead.
[[nodiscard]] Walk walk(Word vspace, Word vaddr, unsigned bits);
/// Whether an entry is that of a frame.
[[nodiscard]] inline bool maps(Word entry, Word paddr, unsigned bits) {
  return arch::is_used(entry) && !arch::is_table_entry(entry, bits) &&
         arch::entry_address(entry) == paddr;
}

void unmap_frame(const Cap& cap);
void unmap_table(const Cap& cap);
/// A capability to a frame, a table or ASIDs goes; `last` if it is the only one to its object.
void finalise_translation(const Cap& cap, bool last);

}  // namespace sel4::kernel
