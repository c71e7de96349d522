// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/config.hpp>
#include <sel4/object_kind.hpp>

namespace sel4::arch {

/// The kinds of object that only Arm has. Numbers and sizes are libsel4's.
namespace kind {
/// A frame of 4 KiB.
inline constexpr ObjectKind small_page{seL4_ARM_SmallPageObject, seL4_PageBits, "SmallPage"};
/// A frame of 2 MiB.
inline constexpr ObjectKind large_page{seL4_ARM_LargePageObject, seL4_LargePageBits, "LargePage"};
/// A frame of 1 GiB.
inline constexpr ObjectKind huge_page{seL4_ARM_HugePageObject, seL4_HugePageBits, "HugePage"};
/// A translation table below the root.
inline constexpr ObjectKind page_table{seL4_ARM_PageTableObject, seL4_PageTableBits, "PageTable"};
/// The root of an address space.
inline constexpr ObjectKind vspace{seL4_ARM_VSpaceObject, seL4_VSpaceBits, "VSpace"};
/// The untyped memory that an ASID pool is made of; not an object of its own.
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
