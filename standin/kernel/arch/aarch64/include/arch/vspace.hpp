// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <core/object.hpp>

namespace sel4::kernel {

struct Invocation;

namespace arch {

// What the core needs to know about the capabilities of the architecture.

[[nodiscard]] Error derive(const Cap& cap, Cap& copy);
/// A capability goes; `last` if it is the only one to its object.
void finalise(const Cap& cap, bool last);
/// Whether a thread can run in the address space, or could if its ASID pool were there.
[[nodiscard]] bool is_usable_vspace(const Cap& cap);
/// Bits of an object of the type.
[[nodiscard]] unsigned object_bits(Word type);
[[nodiscard]] bool is_frame_type(Word type);
[[nodiscard]] Cap make_object(Word type, Word address, bool is_device);
Error invoke(const Invocation& call);

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

// Address space identifiers: a table of pools, which hold the root tables.
inline constexpr unsigned asid_pools = 1U << seL4_NumASIDPoolsBits;
inline constexpr unsigned asids_per_pool = 1U << seL4_ASIDPoolIndexBits;
struct AsidPool {
  Word vspaces[asids_per_pool];  // physical addresses
};
extern constinit AsidPool* asid_table[asid_pools];
/// The root table of an ASID, or 0.
[[nodiscard]] Word find_vspace(Word asid);
Error invoke_asid_control(const Invocation& call);
Error invoke_asid_pool(const Invocation& call);
/// Takes a root table, or a pool of them, out of use.
void drop_asid(Word asid, Word vspace);
void drop_asid_pool(const Cap& pool);

// Translation tables.
/// The entry for an address at which the walk ended, and the bits that it translates.
struct Walk {
  Word* entry;
  unsigned bits;
};
/// Goes down from a root table to the entry of `bits`, or as far as tables lead.
[[nodiscard]] Walk walk(Word vspace, Word vaddr, unsigned bits);
[[nodiscard]] Word frame_entry(Word paddr, unsigned bits, Word rights, Word attributes);
[[nodiscard]] Word table_entry(Word paddr);
[[nodiscard]] bool is_table_entry(Word entry, unsigned bits);
void write_entry(Word* entry, Word value);
void flush_page(Word asid, Word vaddr);
void flush_asid(Word asid);

}  // namespace arch
}  // namespace sel4::kernel
