// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <sel4/arch/translation_levels.hpp>
#include <sel4/arch/vm_attributes.hpp>
#include <sel4/capdl/target_info.hpp>

#include <array>

namespace capdl_initializer::arch {

using sel4::Word;
using sel4::capdl::KindInfo;
namespace kind = sel4::arch::kind;

inline constexpr auto name = sel4::capdl::Arch::x86_64;
inline constexpr Word asid_pool_index_bits = seL4_ASIDPoolIndexBits;

/// Attributes of mappings; none forbids code.
struct Attributes {
  Word cached;
  Word uncached;
  Word execute_never;
  Word table;
};
inline constexpr Attributes attributes{sel4::VmAttributes::standard.raw(),
                                       sel4::VmAttributes::cache_disabled.raw(), 0,
                                       sel4::VmAttributes::standard.raw()};
inline constexpr Attributes guest_attributes{sel4::EptAttributes::standard.raw(),
                                             sel4::EptAttributes::uncacheable.raw(), 0,
                                             sel4::EptAttributes::standard.raw()};

/// The clock of domain schedules is the time stamp counter, whose frequency the kernel measures.
consteval std::uint64_t ticks_per_second(std::uint64_t) { return 0; }

consteval KindInfo info(const sel4::ObjectKind& facts, bool present = true) {
  return {static_cast<std::uint16_t>(facts.object_type), static_cast<std::uint8_t>(facts.size_bits),
          static_cast<std::uint8_t>(present ? 1 : 0)};
}
inline constexpr KindInfo vcpu = sel4::config::vtx ? info(kind::vcpu) : KindInfo{};
inline constexpr KindInfo io_page_table =
    sel4::config::iommu ? info(kind::io_page_table) : KindInfo{};
inline constexpr std::array frames{info(kind::small_page), info(kind::large_page),
                                   info(kind::huge_page, sel4::config::huge_page)};

/// Adds the tables of guests' address spaces. `tree` describes a tree.
consteval void describe_guests(sel4::capdl::TargetInfo& info, auto tree) {
  if (sel4::config::vtx) info.ept = tree(sel4::arch::ept_tree, guest_attributes);
}

}  // namespace capdl_initializer::arch
