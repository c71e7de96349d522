// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <sel4/capdl/image.hpp>
#include <sel4/capdl/model.hpp>
#include <sel4/capdl/target_info.hpp>

/// What the tests of this library start from.
namespace capdl_sample {

using namespace sel4::capdl;

/// A kernel like seL4's for aarch64 with MCS; the numbers of the types are made up.
inline TargetInfo aarch64_target() {
  TargetInfo info{};
  info.magic = target_magic;
  info.image_version = image_version;
  info.size = sizeof(info);
  info.arch = Arch::aarch64;
  info.mcs = 1;
  info.vcpu = 1;
  info.smc = 1;
  info.thread_names = 1;
  info.root_cnode_bits = 12;
  info.cores = 2;
  info.smp = 1;
  info.domains = 4;
  info.domain_schedule_entries = 8;
  info.priorities = 256;
  info.asid_pool_size = 512;
  info.register_count = 36;
  info.user_top = 0x1000'0000'0000;
  info.ticks_per_second = 62'500'000;
  info.min_untyped_bits = 4;
  info.max_untyped_bits = 47;
  info.ipc_buffer_bits = 10;
  info.register_sp = 1;
  info.argument_count = 8;
  for (std::uint8_t i = 0; i < 8; ++i) {
    info.register_arguments[i] = static_cast<std::uint8_t>(3 + i);
  }
  info.untyped = {0, 4, 1};
  info.tcb = {1, 11, 1};
  info.endpoint = {2, 4, 1};
  info.notification = {3, 6, 1};
  info.cnode = {4, 5, 1};
  info.sched_context = {5, 7, 1};
  info.reply = {6, 5, 1};
  info.vcpu_object = {7, 12, 1};
  info.frames[0] = {8, 12, 1};
  info.frames[1] = {9, 21, 1};
  info.frames[2] = {10, 30, 1};
  info.asid_pool = {0, 12, 1};
  info.vspace = {4, 0, 3, 0, 4, 3, 0, {}};
  for (std::uint8_t i = 0; i < 4; ++i) {
    info.vspace.levels[i] = {{static_cast<std::uint16_t>(i == 0 ? 11 : 12), 12, 1},
                             9,
                             static_cast<std::uint8_t>(39 - 9 * i),
                             0};
  }
  return info;
}

/// The same without MCS, and one for x86_64 with everything.
inline TargetInfo classic_target() {
  TargetInfo info = aarch64_target();
  info.mcs = 0;
  info.sched_context = {};
  info.reply = {};
  info.tick_us = 2000;
  return info;
}
inline TargetInfo x86_target() {
  TargetInfo info = aarch64_target();
  info.arch = Arch::x86_64;
  info.iommu = 1;
  info.smc = 0;
  info.io_page_table = {13, 12, 1};
  info.ticks_per_second = 0;
  info.ept = info.vspace;
  for (std::uint8_t i = 0; i < 4; ++i) {
    info.vspace.levels[i].kind.type = static_cast<std::uint16_t>(20 + i);
    info.ept.levels[i].kind.type = static_cast<std::uint16_t>(24 + i);
  }
  return info;
}

/// Ids of basic().
inline constexpr ObjectId cnode = 0;
inline constexpr ObjectId tcb = 1;
inline constexpr ObjectId vspace = 2;
inline constexpr ObjectId table1 = 3;
inline constexpr ObjectId table2 = 4;
inline constexpr ObjectId table3 = 5;
inline constexpr ObjectId code = 6;
inline constexpr ObjectId buffer = 7;
inline constexpr ObjectId sched = 8;
inline constexpr ObjectId endpoint = 9;
inline constexpr ObjectId notification = 10;
inline constexpr ObjectId irq = 11;
inline constexpr ObjectId device = 12;
inline constexpr ObjectId parent = 13;
inline constexpr ObjectId child0 = 14;
inline constexpr ObjectId child1 = 15;

/// A system with one thread, a device, an interrupt and a cover.
inline Spec basic() {
  Spec spec;
  spec.objects = {
      {"cnode", object::CNode{4,
                              {{1, cap::Endpoint{endpoint, 7, {true, false, true, false}}},
                               {2, cap::CNode{cnode, 3, 4}},
                               {3, cap::ArmIrqHandler{{irq}}},
                               {4, cap::Frame{device, read_write, false, false}},
                               {5, cap::Untyped{{parent}}}}}},
      {"tcb",
       object::Tcb{{{tcb_slot::cspace, cap::CNode{cnode, 0, 60}},
                    {tcb_slot::vspace, cap::PageTable{{vspace}}},
                    {tcb_slot::ipc_buffer, cap::Frame{buffer, read_write, true, false}},
                    {tcb_slot::sched_context, cap::SchedContext{{sched}}},
                    {tcb_slot::fault_endpoint, cap::Endpoint{endpoint, 9, all_rights}},
                    {tcb_slot::bound_notification, cap::Notification{notification, 0, all_rights}}},
                   {.ipc_buffer_addr = 0x201000,
                    .affinity = 1,
                    .prio = 5,
                    .max_prio = 6,
                    .resume = true,
                    .domain = 2,
                    .ip = 0x200000,
                    .sp = 0x300000,
                    .gprs = {1, 2}}}},
      {"vspace", object::PageTable{false, true, {}, {{0, cap::PageTable{{table1}}}}}},
      {"table1", object::PageTable{false, false, {}, {{0, cap::PageTable{{table2}}}}}},
      {"table2", object::PageTable{false, false, {}, {{1, cap::PageTable{{table3}}}}}},
      {"table3", object::PageTable{false,
                                   false,
                                   {},
                                   {{0, cap::Frame{code, read_only, true, true}},
                                    {1, cap::Frame{buffer, read_write, true, false}},
                                    {2, cap::Frame{device, read_write, false, false}},
                                    {3, cap::Frame{code, read_write, true, false}}}}},
      {"code",
       object::Frame{
           12,
           {},
           {{16, 20, fill::Bytes{{std::byte{1}, std::byte{2}, std::byte{3}, std::byte{4}}}}}}},
      {"buffer", object::Frame{12, {}, {{0, 32, fill::BootInfo{fill::BootInfoId::Fdt, 16}}}}},
      {"sched", object::SchedContext{8, {1000, 500, 3}}},
      {"endpoint", object::Endpoint{}},
      {"notification", object::Notification{}},
      {"irq", object::ArmIrq{{{0, cap::Notification{notification, 4, all_rights}}}, {1, 1}}},
      {"device", object::Frame{12, 0x900'0000, {}}},
      {"parent", object::Untyped{14, 0x6200'0000}},
      {"child0", object::Frame{12, 0x6200'0000, {}}},
      {"child1", object::Frame{12, 0x6200'1000, {}}},
  };
  spec.irqs = {{33, irq}};
  spec.root_objects = {0, 14};
  spec.untyped_covers = {{parent, {child0, child1 + 1}}};
  spec.domain_schedule = {{{2, Ticks{100}}, {0, Microseconds{50}}, {0, EndMarker{}}}};
  spec.domain_set_start = 0;
  spec.domain_idx_shift = 1;
  return spec;
}

template <class T>
T& get(Spec& spec, ObjectId id) {
  return std::get<T>(spec.objects[id].object);
}

}  // namespace capdl_sample
