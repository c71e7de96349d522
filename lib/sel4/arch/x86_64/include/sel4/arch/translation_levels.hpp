// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/arch/blueprint.hpp>
#include <sel4/translation_tree.hpp>

#include <array>

namespace sel4::arch {

namespace detail {

inline constexpr std::array levels{
    TranslationLevel{
        kind::vspace, seL4_PML4IndexBits,
        seL4_PageBits + seL4_PageTableIndexBits + seL4_PageDirIndexBits + seL4_PDPTIndexBits},
    TranslationLevel{kind::pdpt, seL4_PDPTIndexBits,
                     seL4_PageBits + seL4_PageTableIndexBits + seL4_PageDirIndexBits},
    TranslationLevel{kind::page_directory, seL4_PageDirIndexBits,
                     seL4_PageBits + seL4_PageTableIndexBits},
    TranslationLevel{kind::page_table, seL4_PageTableIndexBits, seL4_PageBits},
};

inline constexpr std::array ept_levels{
    TranslationLevel{kind::ept_pml4, seL4_X86_EPTPML4IndexBits,
                     seL4_PageBits + seL4_X86_EPTPTIndexBits + seL4_X86_EPTPDIndexBits +
                         seL4_X86_EPTPDPTIndexBits},
    TranslationLevel{kind::ept_pdpt, seL4_X86_EPTPDPTIndexBits,
                     seL4_PageBits + seL4_X86_EPTPTIndexBits + seL4_X86_EPTPDIndexBits},
    TranslationLevel{kind::ept_pd, seL4_X86_EPTPDIndexBits,
                     seL4_PageBits + seL4_X86_EPTPTIndexBits},
    TranslationLevel{kind::ept_pt, seL4_X86_EPTPTIndexBits, seL4_PageBits},
};

}  // namespace detail

/// The levels of a VSpace: PML4, page directory pointer table, page directory, page table.
inline constexpr TranslationTree vspace_tree{detail::levels};

/// The levels of a virtual machine's address space.
inline constexpr TranslationTree ept_tree{detail::ept_levels};

static_assert(sel4::detail::levels_fit(detail::levels, seL4_UserVSpaceTop));
static_assert(sel4::detail::levels_fit(detail::ept_levels, 0));

/// Each kind of table has its own place; mapping it where the one above is missing fails.
inline constexpr bool maps_highest_missing_table = false;

}  // namespace sel4::arch
