// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/config.hpp>
#include <sel4/object_kind.hpp>

namespace sel4::arch {

/// The kinds of object that only RISC-V has. Numbers and sizes are libsel4's.
namespace kind {
/// A frame of 4 KiB.
inline constexpr ObjectKind small_page{seL4_RISCV_4K_Page, seL4_PageBits, "4K_Page"};
/// A frame of 2 MiB.
inline constexpr ObjectKind large_page{seL4_RISCV_Mega_Page, seL4_LargePageBits, "Mega_Page"};
/// A frame of 1 GiB.
inline constexpr ObjectKind huge_page{seL4_RISCV_Giga_Page, seL4_HugePageBits, "Giga_Page"};
/// Only on kernels with more than three levels of page tables.
inline constexpr ObjectKind tera_page{seL4_RISCV_Tera_Page, seL4_TeraPageBits, "Tera_Page"};
/// A translation table, of any level.
inline constexpr ObjectKind page_table{seL4_RISCV_PageTableObject, seL4_PageTableBits, "PageTable"};
/// The root of an address space is a page table like any other.
inline constexpr ObjectKind vspace{seL4_RISCV_PageTableObject, seL4_VSpaceBits, "VSpace"};
/// The untyped memory that an ASID pool is made of; not an object of its own.
inline constexpr ObjectKind asid_pool_memory{seL4_UntypedObject, seL4_ASIDPoolBits, "ASIDPool"};
}  // namespace kind

/// All kinds of object that this configuration adds to those that every kernel has.
inline constexpr auto kinds = sel4::detail::join_kinds(
    std::array{kind::huge_page},
    sel4::detail::kinds_if<(config::pt_levels > 3)>(std::array{kind::tera_page}),
    std::array{kind::small_page, kind::large_page, kind::page_table});

static_assert(sel4::detail::kinds_are_exactly(kinds, seL4_NonArchObjectTypeCount,
                                              seL4_ObjectTypeCount),
              "this kernel has object types that the list of kinds does not name");

}  // namespace sel4::arch
