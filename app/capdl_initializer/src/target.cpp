// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <sel4/blueprint.hpp>
#include <sel4/capdl/image.hpp>
#include <sel4/config.hpp>
#include <sel4/mcs_object.hpp>
#include <sel4/user_context.hpp>

#include <array>
#include <bit>
#include <capdl_initializer/arch/target.hpp>
#include <capdl_initializer/target.hpp>
#include <cstddef>

namespace capdl_initializer {
namespace {

namespace config = sel4::config;
using sel4::ObjectKind;
using sel4::Word;
using sel4::capdl::KindInfo;
using sel4::capdl::LevelInfo;
using sel4::capdl::TargetInfo;
using sel4::capdl::TreeInfo;

/// A configuration value that not every kernel has.
template <config::detail::Name name>
consteval std::uint64_t option(std::uint64_t otherwise) {
  if constexpr (requires { config::detail::Key<name>::value; }) {
    return static_cast<std::uint64_t>(config::detail::Key<name>::value);
  } else {
    return otherwise;
  }
}

consteval KindInfo kind(Word type, Word size_bits) {
  return {static_cast<std::uint16_t>(type), static_cast<std::uint8_t>(size_bits), 1};
}
consteval KindInfo kind(const ObjectKind& facts) {
  return kind(facts.object_type, facts.size_bits);
}

template <class Facts>
consteval KindInfo mcs_kind() {
  if constexpr (requires { Facts::min_size_bits; }) {
    return kind(Facts::object_type, Facts::min_size_bits);
  } else if constexpr (requires { Facts::object_type; }) {
    return kind(Facts::object_type, Facts::size_bits);
  } else {
    return {};
  }
}

consteval TreeInfo tree(const sel4::TranslationTree& levels, arch::Attributes attributes) {
  TreeInfo info{};
  info.count = static_cast<std::uint8_t>(levels.depth_count());
  info.root_level = static_cast<std::uint8_t>(levels.root_level());
  info.cached = static_cast<std::uint8_t>(attributes.cached);
  info.uncached = static_cast<std::uint8_t>(attributes.uncached);
  info.execute_never = static_cast<std::uint8_t>(attributes.execute_never);
  info.table = static_cast<std::uint8_t>(attributes.table);
  for (std::size_t i = 0; i < levels.depth_count(); ++i) {
    const sel4::TranslationLevel& level = levels.at(i);
    info.levels[i] = LevelInfo{kind(level.kind), static_cast<std::uint8_t>(level.index_bits),
                               static_cast<std::uint8_t>(level.entry_bits), 0};
  }
  return info;
}

/// Where a register is in the structure that the kernel transfers.
template <class Member>
consteval std::uint8_t register_index(Member member) {
  using Registers = ::seL4_UserContext;
  Registers registers{};
  registers.*member = 1;
  const auto words = std::bit_cast<std::array<Word, sel4::UserContext::word_count>>(registers);
  std::uint8_t index = 0;
  while (words[index] != 1) ++index;
  return index;
}
template <class Set>
consteval std::uint8_t register_set_by(Set set) {
  ::seL4_UserContext registers{};
  set(registers) = 1;
  const auto words = std::bit_cast<std::array<Word, sel4::UserContext::word_count>>(registers);
  std::uint8_t index = 0;
  while (words[index] != 1) ++index;
  return index;
}

consteval TargetInfo describe() {
  using Access = sel4::arch::UserContextAccess;
  TargetInfo info{};
  info.magic = sel4::capdl::target_magic;
  info.image_version = sel4::capdl::image_version;
  info.size = sizeof(TargetInfo);
  info.arch = arch::name;
  info.mcs = config::kernel_mcs ? 1 : 0;
  info.smp = config::max_num_nodes > 1 ? 1 : 0;
  info.vcpu = arch::vcpu.present;
  info.smc = option<"ALLOW_SMC_CALLS">(0) != 0 ? 1 : 0;
  info.iommu = arch::io_page_table.present;
  info.thread_names = config::debug_build ? 1 : 0;
  info.root_cnode_bits = static_cast<std::uint8_t>(config::root_cnode_size_bits);
  info.cores = static_cast<std::uint32_t>(config::max_num_nodes);
  info.domains = static_cast<std::uint32_t>(config::num_domains);
  info.domain_schedule_entries = static_cast<std::uint32_t>(config::num_domain_schedules);
  info.priorities = static_cast<std::uint32_t>(config::num_priorities);
  info.asid_pool_size = 1U << arch::asid_pool_index_bits;
  info.register_count = sel4::UserContext::word_count;
  info.user_top = seL4_UserTop;
  info.ticks_per_second = arch::ticks_per_second(option<"TIMER_FREQUENCY">(0));
  info.tick_us = config::kernel_mcs ? 0 : option<"TIMER_TICK_MS">(0) * 1000;
  info.min_untyped_bits = seL4_MinUntypedBits;
  info.max_untyped_bits = seL4_MaxUntypedBits;
  info.ipc_buffer_bits = seL4_IPCBufferSizeBits;
  info.register_pc = register_set_by([](auto& r) -> Word& { return Access::pc(r); });
  info.register_sp = register_set_by([](auto& r) -> Word& { return Access::sp(r); });
  info.argument_count = static_cast<std::uint8_t>(Access::arguments.size());
  for (std::size_t i = 0; i < Access::arguments.size(); ++i) {
    info.register_arguments[i] = register_index(Access::arguments[i]);
  }
  info.untyped = kind(::seL4_UntypedObject, seL4_MinUntypedBits);
  info.endpoint = kind(sel4::kind::endpoint);
  info.notification = kind(sel4::kind::notification);
  info.cnode = kind(::seL4_CapTableObject, seL4_SlotBits);
  info.tcb = kind(sel4::kind::tcb);
  info.vcpu_object = arch::vcpu;
  info.sched_context = mcs_kind<sel4::detail::SchedContextFacts>();
  info.reply = mcs_kind<sel4::detail::ReplyFacts>();
  info.io_page_table = arch::io_page_table;
  info.asid_pool = kind(sel4::arch::kind::asid_pool_memory);
  std::size_t frame = 0;
  for (const KindInfo& size : arch::frames) info.frames[frame++] = size;
  info.vspace = tree(sel4::arch::vspace_tree, arch::attributes);
  arch::describe_guests(
      info, [](const sel4::TranslationTree& levels, arch::Attributes attributes) consteval {
        return tree(levels, attributes);
      });
  return info;
}

// The tool knows these numbers.
static_assert(::seL4_CapDomain == 11 && ::seL4_CapSMC == 15);

}  // namespace
}  // namespace capdl_initializer

extern "C" {
[[gnu::used]] constinit const sel4::capdl::TargetInfo sel4_capdl_target =
    capdl_initializer::describe();
[[gnu::used]] constinit const sel4::Patchable<sel4::capdl::Location> sel4_capdl_location{
    sel4::capdl::Location{}};
}
