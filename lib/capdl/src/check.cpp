// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "check.hpp"

namespace sel4::capdl::detail {

namespace {

// Slots of the kernel that specifications may use have small numbers.
constexpr Ref max_initial = 32;
// Sizes of objects; more would not fit in an address.
constexpr unsigned max_size_bits = 62;
constexpr unsigned max_frame_bits = 30;
constexpr unsigned max_cnode_bits = 32;

/// Checks one table after the other; the tests of one record are written as `bad(...) || ...`.
class Checker {
 public:
  Checker(const Image& image, const TargetInfo* target)
      : image_(image), header_(image.header()), target_(target) {}

  Check run();

 private:
  // Calls `bad(record)` on each record, and turns the first damage into an error.
  template <class T, class F>
  [[nodiscard]] bool all(TableId id, F&& bad) {
    const auto records = image_.table<T>(id);
    for (const T& record : records) {
      if (bad(record)) [[unlikely]] {
        error_.offset = static_cast<std::uint32_t>(reinterpret_cast<const std::byte*>(&record) -
                                                   reinterpret_cast<const std::byte*>(&header_));
        return false;
      }
    }
    return true;
  }
  [[nodiscard]] bool is(Damage damage) {
    error_.damage = damage;
    return true;
  }

  [[nodiscard]] bool bad_slot(std::uint32_t slot) {
    return slot >= header_.object_slots && is(Damage::bad_slot);
  }
  [[nodiscard]] bool bad_copy(std::uint32_t slot) {
    return (slot < header_.object_slots || slot - header_.object_slots >= header_.copy_slots) &&
           is(Damage::bad_copy_slot);
  }
  [[nodiscard]] bool bad_ref(Ref ref) {
    const Ref number = ref & ref_number;
    const Ref kind = ref >> ref_shift;
    const Ref limit = kind == ref_slot       ? header_.object_slots
                      : kind == ref_embedded ? header_.embedded_frames
                      : kind == ref_initial  ? max_initial
                                             : 0;
    return number >= limit && is(Damage::bad_ref);
  }
  [[nodiscard]] bool bad_optional(Ref ref) { return ref != no_ref && bad_ref(ref); }
  [[nodiscard]] bool bad_slots(std::uint32_t first, std::uint32_t count) {
    return (count == 0 || first > header_.object_slots || count > header_.object_slots - first) &&
           is(Damage::bad_slot);
  }
  [[nodiscard]] bool bad_range(std::uint64_t first, std::uint64_t count, std::uint64_t limit) {
    return (first > limit || count > limit - first) && is(Damage::bad_range);
  }
  [[nodiscard]] bool bad_bits(unsigned bits, unsigned most) {
    return bits > most && is(Damage::bad_size_bits);
  }
  [[nodiscard]] bool bad_core(std::uint32_t core) {
    return target_ != nullptr && core >= target_->cores && is(Damage::bad_core);
  }

  [[nodiscard]] bool objects();
  [[nodiscard]] bool interrupts();
  [[nodiscard]] bool contents();
  [[nodiscard]] bool mappings();
  [[nodiscard]] bool threads();
  [[nodiscard]] bool capabilities();

  const Image& image_;
  const Header& header_;
  const TargetInfo* target_;
  ImageError error_{Damage::bad_counts};
};

bool Checker::objects() {
  unsigned last_bits = max_size_bits;
  std::uint64_t last_end = 0;
  return all<Run>(
             TableId::runs,
             [&](const Run& run) {
               if (bad_slots(run.first_slot, run.count) || bad_bits(run.size_bits, max_size_bits)) {
                 return true;
               }
               if (run.size_bits > last_bits) return is(Damage::bad_order);
               last_bits = run.size_bits;
               return false;
             }) &&
         all<Placed>(TableId::placed,
                     [&](const Placed& placed) {
                       if (bad_slot(placed.slot) || bad_bits(placed.size_bits, max_size_bits)) {
                         return true;
                       }
                       const std::uint64_t size = std::uint64_t{1} << placed.size_bits;
                       if (placed.paddr < last_end || placed.paddr % size != 0 ||
                           placed.paddr + size < placed.paddr) {
                         return is(Damage::bad_order);
                       }
                       last_end = placed.paddr + size;
                       return false;
                     }) &&
         all<Cover>(TableId::covers,
                    [&](const Cover& cover) {
                      return bad_slot(cover.parent) || bad_slots(cover.first_slot, cover.count);
                    }) &&
         all<AsidPoolRecord>(TableId::asid_pools,
                             [&](const AsidPoolRecord& pool) {
                               return bad_slot(pool.untyped) || bad_slot(pool.slot);
                             }) &&
         all<VSpaceRecord>(TableId::vspaces,
                           [&](const VSpaceRecord& space) { return bad_slot(space.slot); });
}

bool Checker::interrupts() {
  return all<IrqRecord>(TableId::irqs,
                        [&](const IrqRecord& irq) {
                          return bad_slot(irq.slot) || bad_optional(irq.notification) ||
                                 (irq.badge != 0 && bad_copy(irq.copy_slot)) ||
                                 (irq.kind > IrqKind::ioapic && is(Damage::bad_enumerator));
                        }) &&
         all<PortsRecord>(TableId::ports, [&](const PortsRecord& ports) {
           return bad_slot(ports.slot) || (ports.first > ports.last && is(Damage::bad_range));
         });
}

bool Checker::contents() {
  const auto parts = image_.table<FillPart>(TableId::fill_parts);
  if (!all<FillPart>(TableId::fill_parts, [&](const FillPart& part) {
        if (part.kind > FillKind::boot_info) return is(Damage::bad_enumerator);
        if (part.kind == FillKind::boot_info) return false;
        return bad_range(part.source, part.source_size, header_.size) ||
               (part.kind == FillKind::copy && part.source_size != part.size &&
                is(Damage::bad_range));
      })) {
    return false;
  }
  return all<FillRecord>(TableId::fills, [&](const FillRecord& fill) {
    if (bad_ref(fill.frame) || bad_range(fill.first_entry, fill.entry_count, parts.size()) ||
        bad_bits(fill.size_bits, max_frame_bits)) {
      return true;
    }
    for (const FillPart& part : parts.subspan(fill.first_entry, fill.entry_count)) {
      if (std::uint64_t{part.start} + part.size > std::uint64_t{1} << fill.size_bits) {
        return is(Damage::not_in_frame);
      }
    }
    return false;
  });
}

bool Checker::mappings() {
  const std::uint32_t count = header_.tables[static_cast<std::size_t>(TableId::maps)].count;
  if (header_.vspace_maps > count) {
    error_ = {Damage::bad_counts, offsetof(Header, vspace_maps)};
    return false;
  }
  return all<MapRecord>(TableId::maps,
                        [&](const MapRecord& map) {
                          const bool copied = map.kind == MapKind::frame_copy ||
                                              map.kind == MapKind::ept_frame_copy ||
                                              map.kind == MapKind::io_frame_copy;
                          return bad_ref(map.object) || bad_slot(map.space) ||
                                 (copied && bad_copy(map.copy_slot)) ||
                                 (map.kind > MapKind::io_frame_copy && is(Damage::bad_enumerator));
                        }) &&
         all<IoSpaceRecord>(TableId::io_spaces, [&](const IoSpaceRecord& space) {
           for (const Ref table : space.tables) {
             if (bad_optional(table)) return true;
           }
           return bad_slot(space.slot) ||
                  (space.first_map < header_.vspace_maps && is(Damage::bad_range)) ||
                  bad_range(space.first_map, space.map_count, count);
         });
}

bool Checker::threads() {
  const auto registers = image_.table<std::uint64_t>(TableId::registers).size();
  const auto names = image_.table<NameRecord>(TableId::names).size();
  return all<SchedRecord>(TableId::scheds,
                          [&](const SchedRecord& sched) {
                            return bad_slot(sched.slot) || bad_core(sched.core);
                          }) &&
         all<TcbRecord>(TableId::tcbs, [&](const TcbRecord& tcb) {
           if (bad_slot(tcb.slot) || bad_ref(tcb.cspace) || bad_ref(tcb.vspace) ||
               bad_optional(tcb.ipc_buffer) || bad_optional(tcb.sched_context) ||
               bad_optional(tcb.fault_endpoint) || bad_optional(tcb.timeout_endpoint) ||
               bad_optional(tcb.notification) || bad_optional(tcb.vcpu) ||
               bad_optional(tcb.ept_root) || bad_core(tcb.core) ||
               bad_range(tcb.first_register, tcb.register_count, registers)) {
             return true;
           }
           if ((tcb.flags & tcb_mint_fault) != 0 && bad_copy(tcb.copy_slot)) return true;
           if (target_ != nullptr && tcb.register_count > target_->register_count) {
             return is(Damage::bad_register_count);
           }
           return tcb.name != no_name && tcb.name >= names && is(Damage::bad_name);
         });
}

bool Checker::capabilities() {
  const auto caps = image_.table<CapRecord>(TableId::caps);
  const auto text = image_.table<char>(TableId::text).size();
  if (image_.table<std::uint32_t>(TableId::slot_objects).size() !=
      std::uint64_t{header_.object_slots} + header_.embedded_frames) {
    error_ = {Damage::bad_counts, offsetof(Header, object_slots)};
    return false;
  }
  return all<CNodeRecord>(
             TableId::cnodes,
             [&](const CNodeRecord& cnode) {
               if (bad_slot(cnode.slot) || bad_bits(cnode.size_bits, max_cnode_bits) ||
                   bad_range(cnode.first_cap, cnode.cap_count, caps.size())) {
                 return true;
               }
               const std::uint64_t slots = std::uint64_t{1} << cnode.size_bits;
               for (const CapRecord& cap : caps.subspan(cnode.first_cap, cnode.cap_count)) {
                 if (cap.index >= slots) return is(Damage::bad_slot);
               }
               return false;
             }) &&
         all<CapRecord>(TableId::caps, [&](const CapRecord& cap) { return bad_ref(cap.source); }) &&
         all<DomainRecord>(
             TableId::domains,
             [&](const DomainRecord& entry) {
               return (entry.unit > DurationUnit::microseconds || entry.domain > 255) &&
                      is(Damage::bad_enumerator);
             }) &&
         all<NameRecord>(TableId::names, [&](const NameRecord& name) {
           return bad_range(name.start, name.size, text) && is(Damage::bad_name);
         });
}

Check Checker::run() {
  constexpr std::uint32_t most_slots = ref_number / 2;
  if (image_.table<Run>(TableId::runs).size() > max_runs || header_.object_slots > most_slots ||
      header_.copy_slots > most_slots || header_.embedded_frames > most_slots) {
    return std::unexpected(ImageError{Damage::bad_counts, offsetof(Header, object_slots)});
  }
  if (objects() && interrupts() && contents() && mappings() && threads() && capabilities()) {
    return {};
  }
  return std::unexpected(error_);
}

}  // namespace

Check check_records(const Image& image, const TargetInfo* target) {
  return Checker{image, target}.run();
}

}  // namespace sel4::capdl::detail
