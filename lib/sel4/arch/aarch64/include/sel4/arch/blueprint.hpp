// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/config.hpp>
#include <sel4/object_kind.hpp>

namespace sel4::arch {

/// The kinds of object that only Arm has. Numbers and sizes are libsel4's.
namespace kind {
inline constexpr ObjectKind small_page{seL4_ARM_SmallPageObject, seL4_PageBits, "SmallPage"};
inline constexpr ObjectKind large_page{seL4_ARM_LargePageObject, seL4_LargePageBits, "LargePage"};
inline constexpr ObjectKind huge_page{seL4_ARM_HugePageObject, seL4_HugePageBits, "HugePage"};
inline constexpr ObjectKind page_table{seL4_ARM_PageTableObject, seL4_PageTableBits, "PageTable"};
inline constexpr ObjectKind vspace{seL4_ARM_VSpaceObject, seL4_VSpaceBits, "VSpace"};
inline constexpr ObjectKind asid_pool_memory{seL4_UntypedObject, seL4_ASIDPoolBits, "ASIDPool"};
/// Only on kernels with hypervisor support.
inline constexpr ObjectKind vcpu{seL4_ARM_VCPUObject, seL4_VCPUBits, "VCPU"};
/// Only on kernels with the Tegra K1's SMMU.
inline constexpr ObjectKind io_page_table{seL4_ARM_IOPageTableObject, seL4_IOPageTableBits,
                                          "IOPageTable"};
}  // namespace kind

/// All kinds of object that this configuration adds to those that every kernel has.
inline constexpr auto kinds = sel4::detail::join_kinds(
    std::array{kind::huge_page, kind::vspace, kind::small_page, kind::large_page, kind::page_table},
    sel4::detail::kinds_if<config::arm_hypervisor_support>(std::array{kind::vcpu}),
    sel4::detail::kinds_if<config::tk1_smmu>(std::array{kind::io_page_table}));

static_assert(sel4::detail::kinds_are_exactly(kinds, seL4_NonArchObjectTypeCount,
                                              seL4_ObjectTypeCount),
              "this kernel has object types that the list of kinds does not name");

}  // namespace sel4::arch
