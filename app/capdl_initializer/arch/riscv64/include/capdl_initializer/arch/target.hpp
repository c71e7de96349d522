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

inline constexpr auto name = sel4::capdl::Arch::riscv64;
inline constexpr Word asid_pool_index_bits = seL4_ASIDPoolIndexBits;

/// Attributes of mappings.
struct Attributes {
  Word cached;
  Word uncached;
  Word execute_never;
  Word table;
};
inline constexpr Attributes attributes{
    sel4::VmAttributes::standard.raw(), sel4::VmAttributes::uncached.raw(),
    sel4::VmAttributes::execute_never.raw(), sel4::VmAttributes::standard.raw()};

/// The clock of domain schedules is the timer.
consteval std::uint64_t ticks_per_second(std::uint64_t timer) { return timer; }

consteval KindInfo info(const sel4::ObjectKind& facts) {
  return {static_cast<std::uint16_t>(facts.object_type), static_cast<std::uint8_t>(facts.size_bits),
          1};
}
inline constexpr KindInfo vcpu{};
inline constexpr KindInfo io_page_table{};
inline constexpr std::array frames{info(kind::small_page), info(kind::large_page),
                                   info(kind::huge_page)};

/// There are no guests.
consteval void describe_guests(sel4::capdl::TargetInfo&, auto) {}

}  // namespace capdl_initializer::arch
