// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include "resolve.hpp"

#include <sel4/capdl/image.hpp>
#include <sel4/capdl/make_image.hpp>

#include <vector>

namespace sel4::capdl::detail {

/// The tables of an image before they have their places.
struct Tables {
  std::vector<Run> runs;
  std::vector<Placed> placed;
  std::vector<Cover> covers;
  std::vector<AsidPoolRecord> asid_pools;
  std::vector<IrqRecord> irqs;
  std::vector<PortsRecord> ports;
  std::vector<VSpaceRecord> vspaces;
  std::vector<FillRecord> fills;
  std::vector<FillPart> fill_parts;
  std::vector<MapRecord> maps;
  std::vector<IoSpaceRecord> io_spaces;
  std::vector<SchedRecord> scheds;
  std::vector<TcbRecord> tcbs;
  std::vector<std::uint64_t> registers;
  std::vector<CNodeRecord> cnodes;
  std::vector<CapRecord> caps;
  std::vector<DomainRecord> domains;
  std::vector<std::uint32_t> slot_objects;
  std::vector<NameRecord> names;
  std::vector<char> text;
  std::vector<std::byte> data;
  std::vector<std::byte> frames;
  std::uint32_t object_slots = 0;
  std::uint32_t copy_slots = 0;
  std::uint32_t embedded_frames = 0;
  std::uint32_t vspace_maps = 0;
};

/// Fills the tables, in this order: slots, then what refers to them.
class Builder {
 public:
  Builder(const Spec& spec, const TargetInfo& target, const FillSource& source,
          const ImageOptions& options, Depths depths)
      : spec_(spec),
        target_(target),
        source_(source),
        options_(options),
        depths_(std::move(depths)),
        refs_(spec.objects.size(), no_ref),
        pool_memory_(spec.objects.size(), 0),
        fill_flags_(spec.objects.size(), 0),
        mapped_(spec.objects.size(), false),
        cores_(spec.objects.size(), 0) {}

  Outcome<Tables> run();

 private:
  // builder_objects.cpp
  void assign_slots();
  void assign_placed();
  void assign_runs();
  void assign_covers();
  void assign_others();
  [[nodiscard]] std::uint32_t new_slot(ObjectId id);
  void give_memory_slot(ObjectId id, std::uint32_t slot);
  [[nodiscard]] bool embeds(ObjectId id) const;
  void add_names();
  // builder_spaces.cpp
  Outcome<> add_spaces();
  [[nodiscard]] MapRecord map_record(const Mapping& mapping, ObjectId space, bool ept);
  [[nodiscard]] MapRecord io_map_record(const Mapping& mapping, ObjectId space);
  // builder_contents.cpp
  Outcome<> add_contents();
  Outcome<> add_fill(ObjectId id, const object::Frame& frame);
  Outcome<std::vector<std::byte>> bytes_of(ObjectId id, std::size_t index, const FillEntry& entry);
  // builder_threads.cpp
  void add_irqs();
  void add_threads();
  void add_tcb(ObjectId id, const object::Tcb& tcb);
  void add_capabilities();
  void add_domains();

  [[nodiscard]] std::uint32_t copy_slot() { return out_.object_slots + out_.copy_slots++; }
  template <class C>
  [[nodiscard]] Ref ref_in(const std::vector<SlotEntry>& slots, SlotIndex slot) const {
    const C* cap = cap_in<C>(slots, slot);
    return cap == nullptr ? no_ref : refs_[cap->object];
  }

  const Spec& spec_;
  const TargetInfo& target_;
  const FillSource& source_;
  const ImageOptions& options_;
  Depths depths_;
  Tables out_;
  std::vector<Ref> refs_;
  // Of ASID pools: the slots of the untypeds that they are made of.
  std::vector<std::uint32_t> pool_memory_;
  std::vector<std::uint8_t> fill_flags_;
  // Frames whose own capability is in use by a mapping.
  std::vector<bool> mapped_;
  // Of scheduling contexts: where their threads run.
  std::vector<std::uint32_t> cores_;
};

/// The kernel's bits of rights.
[[nodiscard]] std::uint8_t right_bits(Rights rights);

}  // namespace sel4::capdl::detail
