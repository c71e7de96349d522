// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <core/object_type.hpp>

namespace sel4::kernel::arch {

// Translation tables: four levels of 512 entries.

/// Address bits that an entry of the root translates.
inline constexpr unsigned root_entry_bits = 39;
/// Entries of the root for addresses of programs.
inline constexpr Word user_root_entries = bit(9);

[[nodiscard]] constexpr bool is_used(Word entry) { return (entry & 1) != 0; }
[[nodiscard]] constexpr bool is_table_entry(Word entry, unsigned bits) {
  return bits > seL4_PageBits && (entry & 3) == 3;
}
[[nodiscard]] constexpr Word entry_address(Word entry) { return entry & 0x0000'ffff'ffff'f000; }
[[nodiscard]] constexpr Word table_entry(Word paddr) { return paddr | 3; }
inline constexpr Word default_attributes = seL4_ARM_PageCacheable;
[[nodiscard]] Word frame_entry(Word paddr, unsigned bits, Word rights, Word attributes);
void write_entry(Word* entry, Word value);
void flush_page(Word asid, Word vaddr);
void flush_asid(Word asid);

// Objects and capabilities of translation.

[[nodiscard]] constexpr ObjectType object_type(Word type) {
  switch (type) {
    case seL4_ARM_HugePageObject:
      return {Kind::frame, seL4_HugePageBits};
    case seL4_ARM_LargePageObject:
      return {Kind::frame, seL4_LargePageBits};
    case seL4_ARM_SmallPageObject:
      return {Kind::frame, seL4_PageBits};
    case seL4_ARM_VSpaceObject:
      return {Kind::vspace, seL4_VSpaceBits};
    default:
      return {Kind::page_table, seL4_PageTableBits};
  }
}
/// Roots are objects of their own.
[[nodiscard]] constexpr bool is_root(const Cap& cap) { return cap.is(Kind::vspace); }
[[nodiscard]] constexpr bool can_be_root(const Cap& cap) { return is_root(cap); }
[[nodiscard]] constexpr Cap first_root(Word paddr, Word data) {
  return Cap::make({.kind = Kind::vspace, .address = paddr, .data = data});
}
inline void init_root(Cap&) {}

struct Label {
  static constexpr Word page_map = ARMPageMap;
  static constexpr Word page_unmap = ARMPageUnmap;
  static constexpr Word page_get_address = ARMPageGetAddress;
  static constexpr Word make_pool = ARMASIDControlMakePool;
  static constexpr Word assign = ARMASIDPoolAssign;
};

[[nodiscard]] constexpr TableLabels table_labels(const Cap&) {
  return {ARMPageTableMap, ARMPageTableUnmap};
}
/// Tables are all alike: none has a place of its own.
[[nodiscard]] constexpr unsigned table_place_bits(const Cap&) { return 0; }
[[nodiscard]] constexpr Word table_extra(unsigned) { return 0; }
[[nodiscard]] constexpr Word table_identity(const Cap&) { return 3; }
/// A table is unmapped, and no root any more.
inline void end_root(Cap&) {}

/// What differs in how the methods behave and in the order of their checks.
struct Rules {
  /// A frame may be mapped where another one is.
  static constexpr bool frames_replace_each_other = true;
  /// Whether the place for a frame is one of programs is looked at before its alignment.
  static constexpr bool range_comes_first = false;
  /// Where the frame is mapped already comes even before its alignment.
  static constexpr bool place_comes_first = false;
  /// A table where the frame would be is in its way.
  static constexpr bool frames_have_their_level = false;
  /// The tables are looked at before where the frame is mapped already.
  static constexpr bool lookup_comes_first = false;
  /// The place for a table is looked at when its address space's ASID is known to be in use.
  static constexpr bool table_asid_comes_first = true;
  /// A table that is not the one of its ASID is a wrong capability, not a failed lookup.
  static constexpr bool other_root_is_wrong = false;
};
[[nodiscard]] constexpr bool is_table_place(Word vaddr) { return vaddr <= seL4_UserTop; }
[[nodiscard]] constexpr bool is_user_range(Word vaddr, unsigned bits) {
  return vaddr + low_bits(bits) <= seL4_UserTop;
}

}  // namespace sel4::kernel::arch
