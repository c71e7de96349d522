// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <sel4/capdl/dump.hpp>

#include <fmt/format.h>
#include <map>

namespace sel4::capdl {

namespace {

std::string ref_text(const Image& image, Ref ref) {
  if (ref == no_ref) return "none";
  const std::uint32_t object = image.object(ref);
  const Ref number = ref & ref_number;
  if (object == no_name) {
    return fmt::format("{} {}", ref >> ref_shift == ref_initial ? "initial" : "copy", number);
  }
  const std::string_view name = image.name(object);
  return name.empty() ? fmt::format("object {}", object) : fmt::format("{} ({})", object, name);
}

const char* map_kind_text(MapKind kind) {
  switch (kind) {
    case MapKind::frame:
      return "frame";
    case MapKind::frame_copy:
      return "copy of frame";
    case MapKind::table:
      return "table";
    case MapKind::ept_frame:
      return "guest's frame";
    case MapKind::ept_frame_copy:
      return "copy of guest's frame";
    case MapKind::ept_table:
      return "guest's table";
    case MapKind::io_table:
      return "I/O table";
    case MapKind::io_frame_copy:
      return "copy of I/O frame";
  }
  return "?";
}

std::string objects_text(const Image& image) {
  std::string text;
  for (const Run& run : image.table<Run>(TableId::runs)) {
    text += fmt::format("make {} of type {}, 2^{} bytes, in slots from {}\n", run.count, run.type,
                        run.size_bits, run.first_slot);
  }
  for (const Placed& placed : image.table<Placed>(TableId::placed)) {
    text += fmt::format("make at {:#x}: {}, type {}, 2^{} bytes\n", placed.paddr,
                        ref_text(image, placed.slot), placed.type, placed.size_bits);
  }
  for (const Cover& cover : image.table<Cover>(TableId::covers)) {
    text += fmt::format("make from {}: {} of type {} in slots from {}\n",
                        ref_text(image, cover.parent), cover.count, cover.type, cover.first_slot);
  }
  for (const AsidPoolRecord& pool : image.table<AsidPoolRecord>(TableId::asid_pools)) {
    text += fmt::format("ASID pool {}\n", ref_text(image, pool.slot));
  }
  for (const IrqRecord& irq : image.table<IrqRecord>(TableId::irqs)) {
    text += fmt::format("interrupt {}: {}, notification {}, badge {:#x}\n", irq.irq,
                        ref_text(image, irq.slot), ref_text(image, irq.notification), irq.badge);
  }
  for (const PortsRecord& ports : image.table<PortsRecord>(TableId::ports)) {
    text += fmt::format("ports {:#x} to {:#x}: {}\n", ports.first, ports.last,
                        ref_text(image, ports.slot));
  }
  return text;
}

std::string spaces_text(const Image& image) {
  std::string text;
  const auto parts = image.table<FillPart>(TableId::fill_parts);
  for (const FillRecord& fill : image.table<FillRecord>(TableId::fills)) {
    text += fmt::format("fill {}:", ref_text(image, fill.frame));
    for (const FillPart& part : parts.subspan(fill.first_entry, fill.entry_count)) {
      const char* const kind = part.kind == FillKind::copy      ? "copied"
                               : part.kind == FillKind::inflate ? "inflated"
                                                                : "boot information";
      text += fmt::format(" {:#x}+{:#x} {}", part.start, part.size, kind);
    }
    text += '\n';
  }
  for (const VSpaceRecord& space : image.table<VSpaceRecord>(TableId::vspaces)) {
    text += fmt::format("address space {}\n", ref_text(image, space.slot));
  }
  for (const MapRecord& map : image.table<MapRecord>(TableId::maps)) {
    text += fmt::format("map {} {} at {:#x} of {}, rights {}, attributes {}\n",
                        map_kind_text(map.kind), ref_text(image, map.object), map.address,
                        ref_text(image, map.space), map.rights, map.attributes);
  }
  return text;
}

std::string threads_text(const Image& image) {
  std::string text;
  for (const SchedRecord& sched : image.table<SchedRecord>(TableId::scheds)) {
    text += fmt::format("scheduling context {}: {} of {} us on core {}\n",
                        ref_text(image, sched.slot), sched.budget, sched.period, sched.core);
  }
  const auto registers = image.table<std::uint64_t>(TableId::registers);
  for (const TcbRecord& tcb : image.table<TcbRecord>(TableId::tcbs)) {
    text += fmt::format(
        "thread {}: cspace {}, vspace {}, ipc buffer {} at {:#x}, prio {}, core {}, "
        "fault endpoint {}, scheduling context {}, registers",
        ref_text(image, tcb.slot), ref_text(image, tcb.cspace), ref_text(image, tcb.vspace),
        ref_text(image, tcb.ipc_buffer), tcb.ipc_buffer_address, tcb.priority, tcb.core,
        ref_text(image, tcb.fault_endpoint), ref_text(image, tcb.sched_context));
    for (const std::uint64_t value : registers.subspan(tcb.first_register, tcb.register_count)) {
      text += fmt::format(" {:#x}", value);
    }
    text += (tcb.flags & tcb_resume) != 0 ? "\n" : ", stopped\n";
  }
  const auto caps = image.table<CapRecord>(TableId::caps);
  for (const CNodeRecord& cnode : image.table<CNodeRecord>(TableId::cnodes)) {
    text += fmt::format("CNode {}\n", ref_text(image, cnode.slot));
    for (const CapRecord& cap : caps.subspan(cnode.first_cap, cnode.cap_count)) {
      text +=
          fmt::format("  {}: {}, rights {}", cap.index, ref_text(image, cap.source), cap.rights);
      if (cap.mint != 0) text += fmt::format(", badge {:#x}", cap.badge);
      text += '\n';
    }
  }
  for (const DomainRecord& domain : image.table<DomainRecord>(TableId::domains)) {
    text += fmt::format("domain {}: {} {}\n", domain.domain, domain.duration,
                        domain.unit == DurationUnit::ticks ? "ticks" : "us");
  }
  return text;
}

}  // namespace

std::string dump_text(const Image& image) {
  const Header& header = image.header();
  return fmt::format("{} objects, {} slots and {} for copies, {} embedded frames, {} bytes\n",
                     header.objects, header.object_slots, header.copy_slots, header.embedded_frames,
                     header.size) +
         objects_text(image) + spaces_text(image) + threads_text(image);
}

Graph make_graph(const Image& image, bool with_memory) {
  Graph graph;
  std::map<Ref, std::size_t> places;
  const auto node = [&](Ref ref, const char* kind) {
    const auto [place, added] = places.emplace(ref, graph.nodes.size());
    if (added) graph.nodes.push_back({ref_text(image, ref), {}, {}});
    if (*kind != '\0') graph.nodes[place->second].kind = kind;
    return place->second;
  };
  const auto edge = [&](std::size_t from, Ref to, const char* kind, std::string label) {
    if (to != no_ref) graph.edges.push_back({from, node(to, kind), std::move(label)});
  };
  for (const TcbRecord& tcb : image.table<TcbRecord>(TableId::tcbs)) {
    const std::size_t from = node(tcb.slot, "Tcb");
    edge(from, tcb.cspace, "CNode", "0");
    edge(from, tcb.vspace, "PageTable", "1");
    if (with_memory) edge(from, tcb.ipc_buffer, "Frame", "4");
    edge(from, tcb.fault_endpoint, "Endpoint", "5");
    edge(from, tcb.sched_context, "SchedContext", "6");
    edge(from, tcb.timeout_endpoint, "Endpoint", "7");
    edge(from, tcb.notification, "Notification", "8");
    edge(from, tcb.vcpu, "VCpu", "9");
  }
  for (const IrqRecord& irq : image.table<IrqRecord>(TableId::irqs)) {
    edge(node(irq.slot, "Irq"), irq.notification, "Notification", "0");
  }
  const auto caps = image.table<CapRecord>(TableId::caps);
  for (const CNodeRecord& cnode : image.table<CNodeRecord>(TableId::cnodes)) {
    const std::size_t from = node(cnode.slot, "CNode");
    for (const CapRecord& cap : caps.subspan(cnode.first_cap, cnode.cap_count)) {
      edge(from, cap.source, "", std::to_string(cap.index));
    }
  }
  if (with_memory) {
    for (const MapRecord& map : image.table<MapRecord>(TableId::maps)) {
      const bool table = map.kind == MapKind::table || map.kind == MapKind::ept_table;
      edge(node(map.space, "PageTable"), map.object, table ? "PageTable" : "Frame",
           fmt::format("{:#x}", map.address));
    }
  }
  return graph;
}

}  // namespace sel4::capdl
