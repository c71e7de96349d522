// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "builder.hpp"

namespace sel4::capdl::detail {

namespace {

std::uint8_t attributes_of(const cap::Frame& frame, const TreeInfo& tree) {
  const unsigned memory = frame.cached ? tree.cached : tree.uncached;
  return static_cast<std::uint8_t>(memory | (frame.executable ? 0U : tree.execute_never));
}

}  // namespace

// A frame can be mapped through one capability once. The first mapping takes the one that the frame
// was made with; capabilities copied from a mapped one are not mapped. Embedded frames are mapped
// in the initializer already.
MapRecord Builder::map_record(const Mapping& mapping, ObjectId space, bool ept) {
  const TreeInfo& tree = ept ? target_.ept : target_.vspace;
  MapRecord record{};
  record.address = mapping.address;
  record.object = refs_[mapping.object];
  record.space = refs_[space];
  record.level = static_cast<std::uint8_t>(mapping.depth);
  if (mapping.frame == nullptr) {
    record.kind = ept ? MapKind::ept_table : MapKind::table;
    record.attributes = tree.table;
    return record;
  }
  record.rights = right_bits(mapping.frame->rights);
  record.attributes = attributes_of(*mapping.frame, tree);
  if (mapping.frame->executable) fill_flags_[mapping.object] |= fill_has_code;
  if (!mapping.frame->cached) fill_flags_[mapping.object] |= fill_uncached;
  const bool copied = mapped_[mapping.object] || record.object >> ref_shift == ref_embedded;
  mapped_[mapping.object] = true;
  if (copied) {
    record.copy_slot = copy_slot();
    record.kind = ept ? MapKind::ept_frame_copy : MapKind::frame_copy;
  } else {
    record.kind = ept ? MapKind::ept_frame : MapKind::frame;
  }
  return record;
}

MapRecord Builder::io_map_record(const Mapping& mapping, ObjectId space) {
  MapRecord record{};
  record.address = mapping.address;
  record.object = refs_[mapping.object];
  record.space = refs_[space];
  record.level = static_cast<std::uint8_t>(mapping.depth);
  if (mapping.frame == nullptr) {
    record.kind = MapKind::io_table;
    return record;
  }
  record.kind = MapKind::io_frame_copy;
  record.rights = right_bits(mapping.frame->rights);
  record.copy_slot = copy_slot();
  return record;
}

Outcome<> Builder::add_spaces() {
  Depths depths(spec_.objects.size(), -1);
  for (ObjectId id = 0; id < spec_.objects.size(); ++id) {
    const auto* table = std::get_if<object::PageTable>(&spec_.objects[id].object);
    if (table == nullptr || !table->is_root) continue;
    out_.vspaces.push_back({.slot = refs_[id]});
    const auto mappings = SEL4_CAPDL_TRY(vspace_mappings(spec_, target_, id, depths));
    for (const Mapping& mapping : mappings) {
      out_.maps.push_back(map_record(mapping, id, table->x86_ept));
    }
  }
  out_.vspace_maps = static_cast<std::uint32_t>(out_.maps.size());
  for (ObjectId id = 0; id < spec_.objects.size(); ++id) {
    const auto* space = std::get_if<object::IOSpace>(&spec_.objects[id].object);
    if (space == nullptr) continue;
    const auto mappings = SEL4_CAPDL_TRY(io_mappings(spec_, id, depths));
    IoSpaceRecord record{};
    record.slot = refs_[id];
    record.first_map = static_cast<std::uint32_t>(out_.maps.size());
    record.map_count = static_cast<std::uint32_t>(mappings.size());
    for (SlotIndex slot = 0; slot < 4; ++slot) {
      record.tables[slot] = ref_in<cap::IOPageTable>(space->slots, slot);
    }
    record.badge = (space->domain_id << 16) | (std::uint64_t{space->pci_device.bus} << 8) |
                   (std::uint64_t{space->pci_device.device} << 3) | space->pci_device.function;
    out_.io_spaces.push_back(record);
    for (const Mapping& mapping : mappings) out_.maps.push_back(io_map_record(mapping, id));
  }
  return {};
}

}  // namespace sel4::capdl::detail
