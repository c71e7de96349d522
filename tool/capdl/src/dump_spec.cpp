// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <sel4/capdl/dump.hpp>

#include <fmt/format.h>
#include <iterator>

namespace sel4::capdl {

namespace {

std::string rights_text(const Rights& rights) {
  std::string text;
  if (rights.read) text += 'r';
  if (rights.write) text += 'w';
  if (rights.grant) text += 'g';
  if (rights.grant_reply) text += 'p';
  return text.empty() ? "-" : text;
}

std::string name_of(const Spec& spec, ObjectId id) {
  if (id < spec.objects.size() && spec.objects[id].name) {
    return fmt::format("{} ({})", id, *spec.objects[id].name);
  }
  return std::to_string(id);
}

std::string cap_text(const Spec& spec, const Cap& any) {
  std::string text =
      fmt::format("{} {}", cap_kind_names[any.index()], name_of(spec, object_of(any)));
  std::visit(
      [&](const auto& cap) {
        if constexpr (requires { cap.rights; }) text += " " + rights_text(cap.rights);
        if constexpr (requires { cap.badge; }) {
          if (cap.badge != 0) text += fmt::format(" badge {:#x}", cap.badge);
        }
        if constexpr (requires { cap.guard; }) {
          text += fmt::format(" guard {:#x}/{}", cap.guard, cap.guard_size);
        }
        if constexpr (requires { cap.executable; }) {
          if (!cap.cached) text += " uncached";
          if (cap.executable) text += " executable";
        }
      },
      any);
  return text;
}

struct Describe {
  std::string operator()(const object::Tcb& tcb) const {
    const object::TcbExtra& extra = tcb.extra;
    std::string text =
        fmt::format(" prio {} mcp {} core {} ip {:#x} sp {:#x} ipc buffer {:#x}", extra.prio,
                    extra.max_prio, extra.affinity, extra.ip, extra.sp, extra.ipc_buffer_addr);
    if (extra.domain) text += fmt::format(" domain {}", *extra.domain);
    for (const std::uint64_t gpr : extra.gprs) text += fmt::format(" {:#x}", gpr);
    if (extra.fpu_disabled) text += " without FPU";
    if (!extra.resume) text += " stopped";
    return text;
  }
  std::string operator()(const object::SchedContext& sched) const {
    return fmt::format(" 2^{} bytes, {} of {} us", sched.size_bits, sched.extra.budget,
                       sched.extra.period);
  }
  std::string operator()(const object::PageTable& table) const {
    return std::string(table.is_root ? " root" : "") + (table.x86_ept ? " of a guest" : "");
  }
  std::string operator()(const object::IOPorts& ports) const {
    return fmt::format(" {:#x} to {:#x}", ports.start_port, ports.end_port);
  }
  std::string operator()(const object::Frame& frame) const {
    std::string text = memory(frame);
    for (const FillEntry& entry : frame.init) {
      text += fmt::format(", {:#x}..{:#x} ", entry.start, entry.end);
      if (const auto* file = std::get_if<fill::File>(&entry.content)) {
        text += fmt::format("{}+{:#x}", file->file, file->file_offset);
      } else {
        text += std::holds_alternative<fill::Bytes>(entry.content) ? "bytes" : "boot information";
      }
    }
    return text;
  }
  template <class T>
  std::string operator()(const T& any) const {
    if constexpr (requires { any.size_bits; }) {
      return memory(any);
    } else {
      return {};
    }
  }

 private:
  template <class T>
  static std::string memory(const T& any) {
    std::string text = fmt::format(" 2^{}", any.size_bits);
    if constexpr (requires { any.paddr; }) {
      if (any.paddr) text += fmt::format(" at {:#x}", *any.paddr);
    }
    return text;
  }
};

bool is_memory(const Object& object) {
  const auto* table = std::get_if<object::PageTable>(&object);
  return std::holds_alternative<object::Frame>(object) || (table != nullptr && !table->is_root) ||
         std::holds_alternative<object::IOPageTable>(object);
}

// Only names: ids that are out of range are drawn nowhere.
std::size_t count_frames(const Spec& spec, ObjectId id, unsigned depth) {
  std::size_t count = 0;
  const auto* slots = slots_of(spec.objects[id].object);
  if (slots == nullptr || depth > 8) return 0;
  for (const SlotEntry& entry : *slots) {
    const ObjectId below = object_of(entry.cap);
    if (below >= spec.objects.size()) continue;
    if (std::holds_alternative<cap::Frame>(entry.cap)) {
      ++count;
    } else if (std::holds_alternative<cap::PageTable>(entry.cap)) {
      count += count_frames(spec, below, depth + 1);
    }
  }
  return count;
}

}  // namespace

std::string dump_text(const Spec& spec) {
  std::string text = fmt::format("{} objects, root objects {}..{}\n", spec.objects.size(),
                                 spec.root_objects.start, spec.root_objects.end);
  for (ObjectId id = 0; id < spec.objects.size(); ++id) {
    const Object& object = spec.objects[id].object;
    text += fmt::format("{} {}{}\n", name_of(spec, id), object_kind_names[object.index()],
                        std::visit(Describe{}, object));
    if (const auto* slots = slots_of(object)) {
      for (const SlotEntry& entry : *slots) {
        text += fmt::format("  {}: {}\n", entry.slot, cap_text(spec, entry.cap));
      }
    }
  }
  for (const IrqEntry& irq : spec.irqs) {
    text += fmt::format("interrupt {}: {}\n", irq.irq, name_of(spec, irq.handler));
  }
  for (const UntypedCover& cover : spec.untyped_covers) {
    text += fmt::format("made from {}: {}..{}\n", name_of(spec, cover.parent), cover.children.start,
                        cover.children.end);
  }
  if (spec.domain_schedule) {
    for (const DomainEntry& entry : *spec.domain_schedule) {
      text += fmt::format("domain {}: ", entry.domain);
      if (const auto* ticks = std::get_if<Ticks>(&entry.duration)) {
        text += fmt::format("{} ticks\n", ticks->count);
      } else if (const auto* us = std::get_if<Microseconds>(&entry.duration)) {
        text += fmt::format("{} us\n", us->count);
      } else {
        text += "end\n";
      }
    }
  }
  return text;
}

Graph make_graph(const Spec& spec, bool with_memory) {
  Graph graph;
  constexpr std::size_t left_out = ~std::size_t{0};
  std::vector<std::size_t> place(spec.objects.size(), left_out);
  for (ObjectId id = 0; id < spec.objects.size(); ++id) {
    const Object& object = spec.objects[id].object;
    if (!with_memory && is_memory(object)) continue;
    place[id] = graph.nodes.size();
    Graph::Node node;
    node.name = spec.objects[id].name.value_or("object " + std::to_string(id));
    node.kind = object_kind_names[object.index()];
    if (!with_memory && std::holds_alternative<object::PageTable>(object)) {
      node.note = std::to_string(count_frames(spec, id, 0)) + " mappings";
    } else if (const auto* tcb = std::get_if<object::Tcb>(&object)) {
      node.note = fmt::format("prio {}", tcb->extra.prio);
    }
    graph.nodes.push_back(std::move(node));
  }
  for (ObjectId id = 0; id < spec.objects.size(); ++id) {
    const auto* slots = slots_of(spec.objects[id].object);
    if (place[id] == left_out || slots == nullptr) continue;
    for (const SlotEntry& entry : *slots) {
      const ObjectId to = object_of(entry.cap);
      if (to >= spec.objects.size() || place[to] == left_out) continue;
      graph.edges.push_back({place[id], place[to], std::to_string(entry.slot)});
    }
  }
  return graph;
}

}  // namespace sel4::capdl
