// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "spec_builder.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <numeric>

namespace sel4::mk {

namespace {

struct SizeBits {
  const ObjectSizes& sizes;
  std::uint8_t operator()(const capdl::object::Untyped& o) const { return o.size_bits; }
  std::uint8_t operator()(const capdl::object::Endpoint&) const { return sizes.endpoint; }
  std::uint8_t operator()(const capdl::object::Notification&) const { return sizes.notification; }
  std::uint8_t operator()(const capdl::object::CNode& o) const {
    return static_cast<std::uint8_t>(o.size_bits + sizes.slot);
  }
  std::uint8_t operator()(const capdl::object::Tcb&) const { return sizes.tcb; }
  std::uint8_t operator()(const capdl::object::VCpu&) const { return sizes.vcpu; }
  std::uint8_t operator()(const capdl::object::Frame& o) const { return o.size_bits; }
  std::uint8_t operator()(const capdl::object::PageTable& o) const {
    return o.is_root ? sizes.vspace : sizes.page_table;
  }
  std::uint8_t operator()(const capdl::object::AsidPool&) const { return sizes.asid_pool; }
  std::uint8_t operator()(const capdl::object::IOPageTable&) const { return sizes.io_page_table; }
  std::uint8_t operator()(const capdl::object::SchedContext& o) const { return o.size_bits; }
  std::uint8_t operator()(const capdl::object::Reply&) const { return sizes.reply; }
  // Interrupts, ports and the like exist without memory.
  template <class T>
  std::uint8_t operator()(const T&) const {
    return 0;
  }
};

}  // namespace

capdl::ObjectId SpecBuilder::add(std::string name, capdl::Object object) {
  spec.objects.push_back({.name = std::move(name), .object = std::move(object)});
  return static_cast<capdl::ObjectId>(spec.objects.size() - 1);
}

capdl::ObjectId SpecBuilder::add_frame(std::string name) {
  return add(std::move(name), capdl::object::Frame{.size_bits = 12, .paddr = {}, .init = {}});
}

void SpecBuilder::put(capdl::ObjectId holder, std::uint32_t slot, capdl::Cap cap) {
  std::visit(
      [&](auto& object) {
        if constexpr (requires { object.slots; }) object.slots.push_back({slot, std::move(cap)});
      },
      spec.objects[holder].object);
}

void SpecBuilder::add_regions() {
  for (const MemoryRegion& region : system.regions) {
    std::vector<capdl::ObjectId> frames;
    frames.reserve(region.page_count());
    for (std::uint64_t page = 0; page < region.page_count(); ++page) {
      const std::uint64_t start = page * region.page_size;
      capdl::object::Frame frame;
      frame.size_bits = region.page_size == large_page ? 21 : 12;
      if (region.phys) frame.paddr = *region.phys + start;
      if (region.bootinfo) {
        frame.init.push_back({.start = 0,
                              .end = region.page_size,
                              .content = capdl::fill::BootInfo{*region.bootinfo, start}});
      } else if (start < region.prefill.size()) {
        auto bytes = std::span(region.prefill).subspan(start);
        bytes = bytes.first(std::min<std::size_t>(bytes.size(), region.page_size));
        while (!bytes.empty() && bytes.back() == std::byte{0})
          bytes = bytes.first(bytes.size() - 1);
        if (!bytes.empty()) {
          frame.init.push_back({.start = 0,
                                .end = bytes.size(),
                                .content = capdl::fill::Bytes{{bytes.begin(), bytes.end()}}});
        }
      }
      frames.push_back(add(fmt::format("frame_mr_{}_{:09}", region.name, page), std::move(frame)));
    }
    region_frames_.push_back(std::move(frames));
  }
}

void SpecBuilder::add_channels() {
  const auto connect = [&](const ChannelEnd& from, const ChannelEnd& to) {
    const auto id = static_cast<std::uint32_t>(from.id);
    if (from.notify) {
      put(domains_[from.domain].cnode, slot::output_notifications + id,
          notification_cap(domains_[to.domain].notification, std::uint64_t{1} << to.id));
    }
    if (from.call) {
      put(domains_[from.domain].cnode, slot::output_endpoints + id,
          endpoint_cap(domains_[to.domain].endpoint, call_badge | to.id));
    }
  };
  for (const Channel& channel : system.channels) {
    connect(channel.a, channel.b);
    connect(channel.b, channel.a);
  }
}

void SpecBuilder::add_io_spaces() {
  for (const IoSpace& space : system.io_spaces) {
    if (space.maps.empty()) continue;
    AddressSpace tables(*this, space);
    for (const Map& map : space.maps) {
      tables.map_region(map, region_frames_[map.region], system.regions[map.region].page_size);
    }
  }
}

void SpecBuilder::add_cap_maps() {
  for (std::size_t i = 0; i < system.domains.size(); ++i) {
    for (const CapMap& map : system.domains[i].caps) {
      const DomainObjects& from = domains_[map.domain];
      const auto to = static_cast<std::uint32_t>(map.slot);
      const capdl::ObjectId root = domains_[i].root_cnode;
      switch (map.type) {
        case CapMap::Type::tcb:
          put(root, to, plain_cap<capdl::cap::Tcb>(from.tcb));
          break;
        case CapMap::Type::sched_context:
          put(root, to, plain_cap<capdl::cap::SchedContext>(from.sched_context));
          break;
        case CapMap::Type::vspace:
          put(root, to, plain_cap<capdl::cap::PageTable>(from.vspace));
          break;
      }
    }
  }
}

void SpecBuilder::add_plan() {
  const DomainPlan& plan = system.plan;
  if (!plan.given()) return;
  spec.domain_schedule = plan.schedule;
  spec.domain_set_start = plan.start_index;
  spec.domain_idx_shift = plan.index_shift;
}

void SpecBuilder::sort() {
  // The initializer allocates in this order: objects with an address first, then from large to
  // small.
  std::vector<std::uint8_t> sizes;
  for (const capdl::NamedObject& object : spec.objects) {
    sizes.push_back(object_size_bits(target, object.object));
  }
  std::vector<capdl::ObjectId> order(spec.objects.size());
  std::iota(order.begin(), order.end(), capdl::ObjectId{0});
  std::ranges::stable_sort(order, [&](capdl::ObjectId a, capdl::ObjectId b) {
    const auto a_paddr = capdl::paddr_of(spec.objects[a].object);
    const auto b_paddr = capdl::paddr_of(spec.objects[b].object);
    if (a_paddr.has_value() != b_paddr.has_value()) return a_paddr.has_value();
    if (a_paddr && *a_paddr != *b_paddr) return *a_paddr < *b_paddr;
    if (sizes[a] != sizes[b]) return sizes[a] > sizes[b];
    return *spec.objects[a].name < *spec.objects[b].name;
  });
  std::vector<capdl::ObjectId> new_id(order.size());
  std::vector<capdl::NamedObject> sorted;
  sorted.reserve(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    new_id[order[i]] = static_cast<capdl::ObjectId>(i);
    sorted.push_back(std::move(spec.objects[order[i]]));
  }
  spec.objects = std::move(sorted);
  for (capdl::NamedObject& object : spec.objects) {
    std::visit(
        [&](auto& any) {
          if constexpr (requires { any.slots; }) {
            for (capdl::SlotEntry& entry : any.slots) {
              std::visit([&](auto& cap) { cap.object = new_id[cap.object]; }, entry.cap);
            }
            std::ranges::stable_sort(any.slots, {}, &capdl::SlotEntry::slot);
          }
        },
        object.object);
  }
  for (capdl::IrqEntry& irq : spec.irqs) irq.handler = new_id[irq.handler];
  std::ranges::stable_sort(spec.irqs, {}, &capdl::IrqEntry::irq);
  spec.root_objects = {0, static_cast<capdl::ObjectId>(spec.objects.size())};
}

std::uint8_t object_size_bits(const Target& target, const capdl::Object& object) {
  return std::visit(SizeBits{target.sizes}, object);
}

capdl::Spec build_spec(const Target& target, const System& system,
                       const std::vector<Program>& programs) {
  SpecBuilder builder(target, system, programs);
  builder.add_monitor();
  builder.add_regions();
  for (std::size_t i = 0; i < system.domains.size(); ++i) builder.add_domain(i);
  builder.add_channels();
  builder.add_io_spaces();
  builder.add_cap_maps();
  builder.add_plan();
  builder.sort();
  return std::move(builder.spec);
}

}  // namespace sel4::mk
