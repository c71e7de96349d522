// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/config.hpp>
#include <sel4/object_kind.hpp>

namespace sel4::arch {

/// The kinds of object that only x86-64 has. Numbers and sizes are libsel4's.
namespace kind {
/// A frame of 4 KiB.
inline constexpr ObjectKind small_page{seL4_X86_4K, seL4_PageBits, "4K"};
/// A frame of 2 MiB.
inline constexpr ObjectKind large_page{seL4_X86_LargePageObject, seL4_LargePageBits, "LargePage"};
/// Only on kernels with huge pages.
inline constexpr ObjectKind huge_page{seL4_X64_HugePageObject, seL4_HugePageBits, "HugePage"};
/// A translation table of the last level, for frames of 4 KiB.
inline constexpr ObjectKind page_table{seL4_X86_PageTableObject, seL4_PageTableBits, "PageTable"};
/// A translation table of the level above: for page tables and frames of 2 MiB.
inline constexpr ObjectKind page_directory{seL4_X86_PageDirectoryObject, seL4_PageDirBits,
                                           "PageDirectory"};
/// A translation table of the second level: for page directories and frames of 1 GiB.
inline constexpr ObjectKind pdpt{seL4_X86_PDPTObject, seL4_PDPTBits, "PDPT"};
/// The root of an address space.
inline constexpr ObjectKind vspace{seL4_X64_PML4Object, seL4_PML4Bits, "PML4"};
/// The untyped memory that an ASID pool is made of; not an object of its own.
inline constexpr ObjectKind asid_pool_memory{seL4_UntypedObject, seL4_ASIDPoolBits, "ASIDPool"};
/// Only on kernels with IOMMU support.
inline constexpr ObjectKind io_page_table{seL4_X86_IOPageTableObject, seL4_IOPageTableBits,
                                          "IOPageTable"};
/// The rest only on kernels with VT-x support.
inline constexpr ObjectKind vcpu{seL4_X86_VCPUObject, seL4_X86_VCPUBits, "VCPU"};
/// The root of a virtual machine's address space.
inline constexpr ObjectKind ept_pml4{seL4_X86_EPTPML4Object, seL4_X86_EPTPML4Bits, "EPTPML4"};
/// A table of its second level.
inline constexpr ObjectKind ept_pdpt{seL4_X86_EPTPDPTObject, seL4_X86_EPTPDPTBits, "EPTPDPT"};
/// A table of its third level.
inline constexpr ObjectKind ept_pd{seL4_X86_EPTPDObject, seL4_X86_EPTPDBits, "EPTPD"};
/// A table of its last level.
inline constexpr ObjectKind ept_pt{seL4_X86_EPTPTObject, seL4_X86_EPTPTBits, "EPTPT"};
}  // namespace kind

/// All kinds of object that this configuration adds to those that every kernel has.
inline constexpr auto kinds = sel4::detail::join_kinds(
    std::array{kind::pdpt, kind::vspace},
    sel4::detail::kinds_if<config::huge_page>(std::array{kind::huge_page}),
    std::array{kind::small_page, kind::large_page, kind::page_table, kind::page_directory},
    sel4::detail::kinds_if<config::iommu>(std::array{kind::io_page_table}),
    sel4::detail::kinds_if<config::vtx>(
        std::array{kind::vcpu, kind::ept_pml4, kind::ept_pdpt, kind::ept_pd, kind::ept_pt}));

static_assert(sel4::detail::kinds_are_exactly(kinds, seL4_NonArchObjectTypeCount,
                                              seL4_ObjectTypeCount),
              "this kernel has object types that the list of kinds does not name");

}  // namespace sel4::arch
