// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <core/object_type.hpp>

namespace sel4::kernel::arch {

// Translation tables: Sv39, three levels of 512 entries.

/// Address bits that an entry of the root translates.
inline constexpr unsigned root_entry_bits = 30;

struct Pte {
  static constexpr Word valid = 1;
  static constexpr Word read = 2;
  static constexpr Word write = 4;
  static constexpr Word execute = 8;
  static constexpr Word user = 16;
  static constexpr Word global = 32;
  static constexpr Word accessed = 64;
  static constexpr Word dirty = 128;
  static constexpr unsigned address_shift = 2;
};
/// Entries of the root for addresses of programs.
inline constexpr Word user_root_entries = bit(8);

[[nodiscard]] constexpr bool is_used(Word entry) { return (entry & Pte::valid) != 0; }
[[nodiscard]] constexpr bool is_table_entry(Word entry, unsigned) {
  return (entry & (Pte::valid | Pte::read | Pte::write | Pte::execute)) == Pte::valid;
}
[[nodiscard]] constexpr Word entry_address(Word entry) {
  return (entry & low_bits(54)) >> 10 << seL4_PageBits;
}
[[nodiscard]] constexpr Word table_entry(Word paddr) {
  return paddr >> Pte::address_shift | Pte::valid;
}
inline constexpr Word default_attributes = seL4_RISCV_Default_VMAttributes;
[[nodiscard]] constexpr Word frame_entry(Word paddr, unsigned, Word rights, Word attributes) {
  Word entry = paddr >> Pte::address_shift | Pte::valid | Pte::accessed | Pte::dirty | Pte::user;
  if ((rights & Rights::read) != 0) {
    entry |= Pte::read;
    if ((rights & Rights::write) != 0) entry |= Pte::write;
  }
  if ((attributes & seL4_RISCV_ExecuteNever) == 0) entry |= Pte::execute;
  // What allows nothing would lead to a table.
  return is_table_entry(entry, seL4_PageBits) ? 0 : entry;
}
inline void write_entry(Word* entry, Word value) {
  *static_cast<volatile Word*>(entry) = value;
  asm volatile("sfence.vma" ::: "memory");
}
inline void flush_page(Word asid, Word vaddr) {
  asm volatile("sfence.vma %0, %1" ::"r"(vaddr), "r"(asid) : "memory");
}
inline void flush_asid(Word asid) { asm volatile("sfence.vma zero, %0" ::"r"(asid) : "memory"); }

// Objects and capabilities of translation.

[[nodiscard]] constexpr ObjectType object_type(Word type) {
  switch (type) {
    case seL4_RISCV_Giga_Page:
      return {Kind::frame, seL4_HugePageBits};
    case seL4_RISCV_Mega_Page:
      return {Kind::frame, seL4_LargePageBits};
    case seL4_RISCV_4K_Page:
      return {Kind::frame, seL4_PageBits};
    default:
      return {Kind::page_table, seL4_PageTableBits};
  }
}
/// A page table becomes the root of an address space when it gets an ASID.
[[nodiscard]] constexpr bool is_root(const Cap& cap) {
  return cap.is(Kind::page_table) && cap.extra() != 0;
}
[[nodiscard]] constexpr bool can_be_root(const Cap& cap) { return cap.is(Kind::page_table); }
[[nodiscard]] constexpr Cap first_root(Word paddr, Word data) {
  return Cap::make({.kind = Kind::page_table, .address = paddr, .extra = 1, .data = data});
}
/// The kernel is part of every address space.
void init_root(Cap& cap);

struct Label {
  static constexpr Word page_map = RISCVPageMap;
  static constexpr Word page_unmap = RISCVPageUnmap;
  static constexpr Word page_get_address = RISCVPageGetAddress;
  static constexpr Word make_pool = RISCVASIDControlMakePool;
  static constexpr Word assign = RISCVASIDPoolAssign;
};

[[nodiscard]] constexpr TableLabels table_labels(const Cap&) {
  return {RISCVPageTableMap, RISCVPageTableUnmap};
}
/// Tables are all alike: none has a place of its own.
[[nodiscard]] constexpr unsigned table_place_bits(const Cap&) { return 0; }
[[nodiscard]] constexpr Word table_extra(unsigned) { return 0; }
[[nodiscard]] constexpr Word table_identity(const Cap&) { return 3; }
/// A table is unmapped, and no root any more.
inline void end_root(Cap& cap) { cap.set_extra(0); }

/// What differs in how the methods behave and in the order of their checks.
struct Rules {
  /// A frame may be mapped where another one is.
  static constexpr bool frames_replace_each_other = false;
  /// Whether the place for a frame is one of programs is looked at before its alignment.
  static constexpr bool range_comes_first = true;
  /// Where the frame is mapped already comes even before its alignment.
  static constexpr bool place_comes_first = false;
  /// A table where the frame would be is in its way.
  static constexpr bool frames_have_their_level = false;
  /// The tables are looked at before where the frame is mapped already.
  static constexpr bool lookup_comes_first = true;
  /// The place for a table is looked at when its address space's ASID is known to be in use.
  static constexpr bool table_asid_comes_first = false;
  /// A table that is not the one of its ASID is a wrong capability, not a failed lookup.
  static constexpr bool other_root_is_wrong = true;
};
[[nodiscard]] constexpr bool is_table_place(Word vaddr) { return vaddr < seL4_UserTop; }
[[nodiscard]] constexpr bool is_user_range(Word vaddr, unsigned bits) {
  return vaddr + low_bits(bits) < seL4_UserTop;
}

}  // namespace sel4::kernel::arch
