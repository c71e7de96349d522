// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <core/object_type.hpp>

namespace sel4::kernel::arch {

// Translation tables: four levels of 512 entries, each level an object type of its own.

/// Address bits that an entry of the root translates.
inline constexpr unsigned root_entry_bits = 39;

struct Pte {
  static constexpr Word present = 1;
  static constexpr Word write = 2;
  static constexpr Word user = 4;
  static constexpr Word write_through = 8;
  static constexpr Word cache_disabled = 16;
  static constexpr Word accessed = 32;
  static constexpr Word large = 128;  // of the last level: bit 2 of the memory type
};
/// Entries of the root for addresses of programs.
inline constexpr Word user_root_entries = bit(8);

[[nodiscard]] constexpr bool is_used(Word entry) { return (entry & Pte::present) != 0; }
[[nodiscard]] constexpr bool is_table_entry(Word entry, unsigned bits) {
  return bits > seL4_PageBits && (entry & (Pte::present | Pte::large)) == Pte::present;
}
[[nodiscard]] constexpr Word entry_address(Word entry) { return entry & 0x000f'ffff'ffff'f000; }
[[nodiscard]] constexpr Word table_entry(Word paddr) {
  return paddr | Pte::present | Pte::write | Pte::user | Pte::accessed;
}
inline constexpr Word default_attributes = seL4_X86_Default_VMAttributes;
[[nodiscard]] constexpr Word frame_entry(Word paddr, unsigned bits, Word rights, Word attributes) {
  Word entry = paddr | Pte::present;
  if (bits > seL4_PageBits) entry |= Pte::large;
  if ((rights & Rights::read) != 0) {
    entry |= Pte::user;
    if ((rights & Rights::write) != 0) entry |= Pte::write;
  }
  if ((attributes & 1) != 0) entry |= Pte::write_through;
  if ((attributes & 2) != 0) entry |= Pte::cache_disabled;
  // Large frames combine no writes: they are not cached then.
  if ((attributes & 4) != 0) entry |= bits == seL4_PageBits ? Pte::large : Pte::cache_disabled;
  return entry;
}
inline void write_entry(Word* entry, Word value) { *static_cast<volatile Word*>(entry) = value; }
inline void flush_page(Word, Word vaddr) { asm volatile("invlpg (%0)" ::"r"(vaddr) : "memory"); }
inline void flush_asid(Word) {
  Word root;
  asm volatile("mov %%cr3, %0\n mov %0, %%cr3" : "=r"(root)::"memory");
}

// Objects and capabilities of translation.

[[nodiscard]] constexpr ObjectType object_type(Word type) {
  switch (type) {
    case seL4_X64_HugePageObject:
      return {Kind::frame, seL4_HugePageBits};
    case seL4_X86_LargePageObject:
      return {Kind::frame, seL4_LargePageBits};
    case seL4_X86_4K:
      return {Kind::frame, seL4_PageBits};
    case seL4_X64_PML4Object:
      return {Kind::vspace, seL4_VSpaceBits};
    case seL4_X86_PDPTObject:
      return {Kind::page_table, seL4_PDPTBits, 3};
    case seL4_X86_PageDirectoryObject:
      return {Kind::page_table, seL4_PageDirBits, 2};
    case seL4_X86_IOPageTableObject:
      return {Kind::io_page_table, seL4_IOPageTableBits};
    default:
      return {Kind::page_table, seL4_PageTableBits, 1};
  }
}
/// Roots are objects of their own.
[[nodiscard]] constexpr bool is_root(const Cap& cap) { return cap.is(Kind::vspace); }
[[nodiscard]] constexpr bool can_be_root(const Cap& cap) { return is_root(cap); }
[[nodiscard]] constexpr Cap first_root(Word paddr, Word data) {
  return Cap::make({.kind = Kind::vspace, .address = paddr, .data = data});
}
/// The kernel is part of every address space.
void init_root(Cap& cap);

struct Label {
  static constexpr Word page_map = X86PageMap;
  static constexpr Word page_unmap = X86PageUnmap;
  static constexpr Word page_get_address = X86PageGetAddress;
  static constexpr Word make_pool = X86ASIDControlMakePool;
  static constexpr Word assign = X86ASIDPoolAssign;
};

[[nodiscard]] constexpr TableLabels table_labels(const Cap& cap) {
  switch (cap.extra()) {
    case 3:
      return {X86PDPTMap, X86PDPTUnmap};
    case 2:
      return {X86PageDirectoryMap, X86PageDirectoryUnmap};
    default:
      return {X86PageTableMap, X86PageTableUnmap};
  }
}
/// Bits that the entry for a table translates.
[[nodiscard]] constexpr unsigned table_place_bits(const Cap& cap) {
  return seL4_PageBits + static_cast<unsigned>(cap.extra()) * seL4_PageTableIndexBits;
}
[[nodiscard]] constexpr Word table_extra(unsigned bits) {
  return (bits - seL4_PageBits) / seL4_PageTableIndexBits;
}
[[nodiscard]] constexpr Word table_identity(const Cap& cap) { return 1 + 2 * cap.extra(); }
inline void end_root(Cap&) {}

/// What differs in how the methods behave and in the order of their checks.
struct Rules {
  /// A frame may be mapped where another one is.
  static constexpr bool frames_replace_each_other = true;
  /// Whether the place for a frame is one of programs is looked at before its alignment.
  static constexpr bool range_comes_first = false;
  /// Where the frame is mapped already comes even before its alignment.
  static constexpr bool place_comes_first = true;
  /// A table where the frame would be is in its way.
  static constexpr bool frames_have_their_level = true;
  /// The tables are looked at before where the frame is mapped already.
  static constexpr bool lookup_comes_first = false;
  /// The place for a table is looked at when its address space's ASID is known to be in use.
  static constexpr bool table_asid_comes_first = false;
  /// A table that is not the one of its ASID is a wrong capability, not a failed lookup.
  static constexpr bool other_root_is_wrong = true;
};
[[nodiscard]] constexpr bool is_table_place(Word vaddr) { return vaddr < seL4_UserTop; }
[[nodiscard]] constexpr bool is_user_range(Word vaddr, unsigned bits) {
  return vaddr < seL4_UserTop && vaddr + bit(bits) <= seL4_UserTop;
}

}  // namespace sel4::kernel::arch
