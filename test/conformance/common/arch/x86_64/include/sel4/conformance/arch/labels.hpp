// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/conformance/table_kind.hpp>

#include <array>

namespace sel4::conformance::machine {

/// Each level has its own, from the root down.
inline constexpr std::array table_kinds{
    TableKind{::seL4_X86_PDPTObject, sys::InvocationLabel::x86_pdpt_map,
              sys::InvocationLabel::x86_pdpt_unmap},
    TableKind{::seL4_X86_PageDirectoryObject, sys::InvocationLabel::x86_page_directory_map,
              sys::InvocationLabel::x86_page_directory_unmap},
    TableKind{::seL4_X86_PageTableObject, sys::InvocationLabel::x86_page_table_map,
              sys::InvocationLabel::x86_page_table_unmap}};

/// What every architecture has, under one name.
inline constexpr auto page_map = sys::InvocationLabel::x86_page_map;
inline constexpr auto page_unmap = sys::InvocationLabel::x86_page_unmap;
inline constexpr auto page_get_address = sys::InvocationLabel::x86_page_get_address;
inline constexpr auto asid_control_make_pool = sys::InvocationLabel::x86_asid_control_make_pool;
inline constexpr auto asid_pool_assign = sys::InvocationLabel::x86_asid_pool_assign;

}  // namespace sel4::conformance::machine
