// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/conformance/arch/labels.hpp>
#include <sel4/conformance/ask.hpp>

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
inline sys::Registers map_table(CPtr table, CPtr vspace, Word vaddr) noexcept {
  return ask(table, machine::page_table_map, {vaddr, VmAttributes::standard.raw()}, {vspace});
}
inline sys::Registers unmap_table(CPtr table) noexcept {
  return ask(table, machine::page_table_unmap);
}
inline sys::Registers frame_address(CPtr frame) noexcept {
  return ask(frame, machine::page_get_address);
}

}  // namespace sel4::conformance
