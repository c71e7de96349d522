// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/conformance/arch/labels.hpp>
#include <sel4/conformance/ask.hpp>
#include <sel4/conformance/scratch.hpp>

#include <algorithm>

namespace sel4::conformance {

/// An ASID pool of an untyped of its size, into an address of the root CNode.
inline sys::Registers make_pool(CPtr untyped, CPtr to) noexcept {
  return ask(init_thread::asid_control.cptr(), machine::asid_control_make_pool, {to.bits(), 64},
             {untyped, init_thread::cnode.cptr()});
}
inline sys::Registers assign_asid(CPtr pool, CPtr vspace) noexcept {
  return ask(pool, machine::asid_pool_assign, {}, {vspace});
}
inline sys::Registers map_frame(CPtr frame, CPtr vspace, Word vaddr, Word rights = all_rights,
                                Word attributes = VmAttributes::standard.raw()) noexcept {
  return ask(frame, machine::page_map, {vaddr, rights, attributes}, {vspace});
}
inline sys::Registers unmap_frame(CPtr frame) noexcept { return ask(frame, machine::page_unmap); }
/// A table of the n-th level below the root, 0 being the first; of the last where there are fewer.
struct Table {
  CPtr cap{};
  std::size_t level = 0;

  [[nodiscard]] constexpr const TableKind& kind() const noexcept {
    return machine::table_kinds[std::min(level, machine::table_kinds.size() - 1)];
  }
};
inline Table make_table(Scratch& scratch, std::size_t level = 0) noexcept {
  Table table{.level = level};
  table.cap = scratch.make(table.kind().object_type, 0);
  return table;
}
inline sys::Registers map_table(const Table& table, CPtr vspace, Word vaddr) noexcept {
  return ask(table.cap, table.kind().map, {vaddr, VmAttributes::standard.raw()}, {vspace});
}
inline sys::Registers unmap_table(const Table& table) noexcept {
  return ask(table.cap, table.kind().unmap);
}
/// All tables that a small page at the address takes.
inline void map_tables(Scratch& scratch, CPtr vspace, Word vaddr) noexcept {
  for (std::size_t level = 0; level < machine::table_kinds.size();) {
    const Table table = make_table(scratch, level);
    if (is_ok(map_table(table, vspace, vaddr))) continue;
    must(remove(place_of(table.cap)), "a table too many stays");
    ++level;
  }
}
inline sys::Registers frame_address(CPtr frame) noexcept {
  return ask(frame, machine::page_get_address);
}

}  // namespace sel4::conformance
