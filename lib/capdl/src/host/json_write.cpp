// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "json_names.hpp"

#include <sel4/capdl/json.hpp>

#include <nlohmann/json.hpp>

namespace sel4::capdl {

namespace {

// Members in the order in which they are added.
using Json = nlohmann::ordered_json;

template <class T>
Json optional_json(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json rights_json(const Rights& rights) {
  return {{"read", rights.read},
          {"write", rights.write},
          {"grant", rights.grant},
          {"grant_reply", rights.grant_reply}};
}

Json cap_json(const Cap& any) {
  Json json = std::visit(
      [](const auto& cap) {
        Json members{{"object", cap.object}};
        if constexpr (requires { cap.badge; }) members["badge"] = cap.badge;
        if constexpr (requires { cap.guard; }) {
          members["guard"] = cap.guard;
          members["guard_size"] = cap.guard_size;
        }
        if constexpr (requires { cap.rights; }) members["rights"] = rights_json(cap.rights);
        if constexpr (requires { cap.executable; }) {
          members["cached"] = cap.cached;
          members["executable"] = cap.executable;
        }
        return members;
      },
      any);
  return {{cap_kind_names[any.index()], std::move(json)}};
}

Json slots_json(const std::vector<SlotEntry>& slots) {
  Json json = Json::array();
  for (const SlotEntry& entry : slots) {
    json.push_back({{"slot", entry.slot}, {"cap", cap_json(entry.cap)}});
  }
  return json;
}

std::string hex_text(const std::vector<std::byte>& bytes) {
  std::string text;
  text.reserve(bytes.size() * 2);
  for (const std::byte byte : bytes) {
    const auto value = std::to_integer<unsigned>(byte);
    text += "0123456789abcdef"[value / 16];
    text += "0123456789abcdef"[value % 16];
  }
  return text;
}

Json content_json(const fill::Content& content) {
  if (const auto* file = std::get_if<fill::File>(&content)) {
    return {{"Data", {{"file", file->file}, {"file_offset", file->file_offset}}}};
  }
  if (const auto* bytes = std::get_if<fill::Bytes>(&content)) {
    return {{"Data", {{"bytes", hex_text(bytes->bytes)}}}};
  }
  const auto& boot_info = std::get<fill::BootInfo>(content);
  return {{"BootInfo",
           {{"id", detail::boot_info_names[static_cast<std::size_t>(boot_info.id)]},
            {"offset", boot_info.offset}}}};
}

Json init_json(const std::vector<FillEntry>& init) {
  Json entries = Json::array();
  for (const FillEntry& entry : init) {
    entries.push_back({{"range", {{"start", entry.start}, {"end", entry.end}}},
                       {"content", content_json(entry.content)}});
  }
  return {{"entries", std::move(entries)}};
}

// One overload for each kind of `extra`.
Json extra_json(const object::TcbExtra& extra) {
  return {{"ipc_buffer_addr", extra.ipc_buffer_addr},
          {"affinity", extra.affinity},
          {"prio", extra.prio},
          {"max_prio", extra.max_prio},
          {"fpu_disabled", extra.fpu_disabled},
          {"resume", extra.resume},
          {"domain", optional_json(extra.domain)},
          {"ip", extra.ip},
          {"sp", extra.sp},
          {"gprs", extra.gprs},
          {"master_fault_ep", optional_json(extra.master_fault_ep)}};
}
Json extra_json(const object::ArmIrqExtra& extra) {
  return {{"trigger", extra.trigger}, {"target", extra.target}};
}
Json extra_json(const object::IrqMsiExtra& extra) {
  return {{"handle", extra.handle},
          {"pci_bus", extra.pci_bus},
          {"pci_dev", extra.pci_dev},
          {"pci_func", extra.pci_func}};
}
Json extra_json(const object::IrqIOApicExtra& extra) {
  return {{"ioapic", extra.ioapic},
          {"pin", extra.pin},
          {"level", extra.level},
          {"polarity", extra.polarity}};
}
Json extra_json(const object::RiscvIrqExtra& extra) { return {{"trigger", extra.trigger}}; }
Json extra_json(const object::SchedContextExtra& extra) {
  return {{"period", extra.period}, {"budget", extra.budget}, {"badge", extra.badge}};
}

Json object_json(const Object& any) {
  return std::visit(
      [&](const auto& object) -> Json {
        using T = std::remove_cvref_t<decltype(object)>;
        Json members = Json::object();
        if constexpr (requires { object.size_bits; }) members["size_bits"] = object.size_bits;
        if constexpr (requires { object.paddr; }) members["paddr"] = optional_json(object.paddr);
        if constexpr (requires { object.init; }) members["init"] = init_json(object.init);
        if constexpr (requires { object.is_root; }) {
          members["x86_ept"] = object.x86_ept;
          members["is_root"] = object.is_root;
          members["level"] = optional_json(object.level);
        }
        if constexpr (requires { object.high; }) members["high"] = object.high;
        if constexpr (requires { object.slots; }) members["slots"] = slots_json(object.slots);
        if constexpr (requires { object.extra; }) members["extra"] = extra_json(object.extra);
        if constexpr (std::same_as<T, object::IOSpace>) {
          members["domain_id"] = object.domain_id;
          members["pci_device"] = {{"bus", object.pci_device.bus},
                                   {"device", object.pci_device.device},
                                   {"function", object.pci_device.function}};
        }
        if constexpr (std::same_as<T, object::IOPageTable>) members["level"] = object.level;
        if constexpr (std::same_as<T, object::IOPorts>) {
          members["start_port"] = object.start_port;
          members["end_port"] = object.end_port;
        }
        const char* const kind = object_kind_names[any.index()];
        if (members.empty()) return kind;
        return {{kind, std::move(members)}};
      },
      any);
}

Json range_json(IdRange range) { return {{"start", range.start}, {"end", range.end}}; }

Json schedule_json(const std::vector<DomainEntry>& schedule) {
  Json json = Json::array();
  for (const DomainEntry& entry : schedule) {
    Json duration = "EndMarker";
    if (const auto* ticks = std::get_if<Ticks>(&entry.duration)) {
      duration = {{"Ticks", ticks->count}};
    } else if (const auto* us = std::get_if<Microseconds>(&entry.duration)) {
      duration = {{"Us", us->count}};
    }
    json.push_back({{"domain", entry.domain}, {"duration", std::move(duration)}});
  }
  return json;
}

}  // namespace

std::string write_json(const Spec& spec) {
  std::string text = "{\"objects\":[";
  bool first = true;
  for (const NamedObject& object : spec.objects) {
    text += first ? "\n" : ",\n";
    first = false;
    text +=
        Json{{"name", optional_json(object.name)}, {"object", object_json(object.object)}}.dump();
  }
  text += "\n]";
  const auto member = [&](const char* key, const Json& value) {
    text += ",\n\"" + std::string(key) + "\":" + value.dump();
  };
  Json irqs = Json::array();
  for (const IrqEntry& irq : spec.irqs)
    irqs.push_back({{"irq", irq.irq}, {"handler", irq.handler}});
  member("irqs", irqs);
  member("domain_schedule",
         spec.domain_schedule ? schedule_json(*spec.domain_schedule) : Json(nullptr));
  member("domain_set_start", optional_json(spec.domain_set_start));
  member("domain_idx_shift", optional_json(spec.domain_idx_shift));
  member("asid_slots", spec.asid_slots);
  member("root_objects", range_json(spec.root_objects));
  Json covers = Json::array();
  for (const UntypedCover& cover : spec.untyped_covers) {
    covers.push_back({{"parent", cover.parent}, {"children", range_json(cover.children)}});
  }
  member("untyped_covers", covers);
  if (spec.cached_orig_cap_slots) {
    Json offsets = Json::array();
    for (const auto& offset : spec.cached_orig_cap_slots->offsets_by_object) {
      offsets.push_back(optional_json(offset));
    }
    member("cached_orig_cap_slots", {{"num_occupied", spec.cached_orig_cap_slots->num_occupied},
                                     {"offsets_by_object", std::move(offsets)}});
  }
  if (spec.log_level) member("log_level", *spec.log_level);
  return text + "\n}\n";
}

}  // namespace sel4::capdl
