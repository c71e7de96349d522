// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "json_names.hpp"
#include "json_value.hpp"

#include <sel4/capdl/json.hpp>

#include <algorithm>
#include <iterator>
#include <span>

namespace sel4::capdl {

namespace {

using detail::Value;
using u8 = std::uint8_t;
using u32 = std::uint32_t;
using u64 = std::uint64_t;

template <class T>
std::optional<T> optional_number(const Value& value, const char* key) {
  if (!value.has(key)) return std::nullopt;
  return value[key].number<T>();
}

/// The alternative of a variant whose name is in `names`; all alternatives made with nothing.
template <class Variant, std::size_t... Index>
Variant make_alternative(std::size_t index, std::index_sequence<Index...>) {
  Variant result;
  ((index == Index ? static_cast<void>(result.template emplace<Index>()) : static_cast<void>(0)),
   ...);
  return result;
}

template <class Variant>
Variant alternative(const Value& value, std::span<const char* const> names, const char* what) {
  const std::string_view kind = value.kind();
  const auto found = std::ranges::find(names, kind);
  if (found == names.end()) value.bad("\"" + std::string(kind) + "\" is no kind of " + what);
  return make_alternative<Variant>(static_cast<std::size_t>(found - names.begin()),
                                   std::make_index_sequence<std::variant_size_v<Variant>>{});
}

Rights read_rights(const Value& value) {
  value.keys({"read", "write", "grant", "grant_reply"});
  return {.read = value["read"].boolean(),
          .write = value["write"].boolean(),
          .grant = value["grant"].boolean(),
          .grant_reply = value["grant_reply"].boolean()};
}

Cap read_cap(const Value& tagged) {
  Cap result = alternative<Cap>(tagged, cap_kind_names, "capability");
  const Value value = tagged.payload();
  std::visit(
      [&](auto& cap) {
        cap.object = value["object"].number<u32>();
        using T = std::remove_cvref_t<decltype(cap)>;
        if constexpr (std::same_as<T, cap::Endpoint> || std::same_as<T, cap::Notification>) {
          value.keys({"object", "badge", "rights"});
          cap.badge = value["badge"].number<u64>();
          cap.rights = read_rights(value["rights"]);
        } else if constexpr (std::same_as<T, cap::CNode>) {
          value.keys({"object", "guard", "guard_size"});
          cap.guard = value["guard"].number<u64>();
          cap.guard_size = value["guard_size"].number<u8>();
        } else if constexpr (std::same_as<T, cap::Frame>) {
          value.keys({"object", "rights", "cached", "executable"});
          cap.rights = read_rights(value["rights"]);
          cap.cached = value["cached"].boolean();
          cap.executable = value["executable"].boolean();
        } else {
          value.keys({"object"});
        }
      },
      result);
  return result;
}

std::vector<SlotEntry> read_slots(const Value& value) {
  std::vector<SlotEntry> slots;
  value.each([&](const Value& entry) {
    entry.keys({"slot", "cap"});
    slots.push_back({entry["slot"].number<u32>(), read_cap(entry["cap"])});
  });
  return slots;
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::vector<std::byte> read_hex(const Value& value) {
  const std::string& text = value.string();
  if (text.size() % 2 != 0) value.bad("the number of hexadecimal digits is odd");
  std::vector<std::byte> bytes;
  bytes.reserve(text.size() / 2);
  for (std::size_t i = 0; i < text.size(); i += 2) {
    const int high = hex_digit(text[i]);
    const int low = hex_digit(text[i + 1]);
    if (high < 0 || low < 0)
      value.bad("character " + std::to_string(i) + " is no hexadecimal digit");
    bytes.push_back(static_cast<std::byte>(high * 16 + low));
  }
  return bytes;
}

fill::Content read_content(const Value& tagged) {
  const std::string_view kind = tagged.kind();
  const Value value = tagged.payload();
  if (kind == "Data") {
    if (value.json().contains("bytes")) {
      value.keys({"bytes"});
      return fill::Bytes{read_hex(value["bytes"])};
    }
    value.keys({"file", "file_offset"});
    return fill::File{value["file"].string(), value["file_offset"].number<u64>()};
  }
  if (kind == "BootInfo") {
    value.keys({"id", "offset"});
    const Value id = value["id"];
    const auto found = std::ranges::find(detail::boot_info_names, std::string_view(id.string()));
    if (found == std::end(detail::boot_info_names)) {
      id.bad("\"" + id.string() + "\" is no kind of boot information");
    }
    return fill::BootInfo{static_cast<fill::BootInfoId>(found - detail::boot_info_names),
                          value["offset"].number<u64>()};
  }
  tagged.bad("\"" + std::string(kind) + "\" is no kind of content", "known are Data, BootInfo");
}

std::vector<FillEntry> read_init(const Value& value) {
  value.keys({"entries"});
  std::vector<FillEntry> entries;
  value["entries"].each([&](const Value& entry) {
    entry.keys({"range", "content"});
    const Value range = entry["range"];
    range.keys({"start", "end"});
    entries.push_back(
        {range["start"].number<u64>(), range["end"].number<u64>(), read_content(entry["content"])});
  });
  return entries;
}

object::TcbExtra read_tcb_extra(const Value& value) {
  value.keys({"ipc_buffer_addr", "affinity", "prio", "max_prio", "fpu_disabled", "resume", "domain",
              "ip", "sp", "gprs", "master_fault_ep"});
  object::TcbExtra extra;
  extra.ipc_buffer_addr = value["ipc_buffer_addr"].number<u64>();
  extra.affinity = value["affinity"].number<u64>();
  extra.prio = value["prio"].number<u8>();
  extra.max_prio = value["max_prio"].number<u8>();
  extra.fpu_disabled = value["fpu_disabled"].boolean();
  extra.resume = value["resume"].boolean();
  extra.domain = optional_number<u8>(value, "domain");
  extra.ip = value["ip"].number<u64>();
  extra.sp = value["sp"].number<u64>();
  value["gprs"].each([&](const Value& gpr) { extra.gprs.push_back(gpr.number<u64>()); });
  extra.master_fault_ep = optional_number<u64>(value, "master_fault_ep");
  return extra;
}

// One overload for each kind of object with members.
void read(const Value& value, object::Untyped& object) {
  value.keys({"size_bits", "paddr"});
  object.size_bits = value["size_bits"].number<u8>();
  object.paddr = optional_number<u64>(value, "paddr");
}
void read(const Value& value, object::CNode& object) {
  value.keys({"size_bits", "slots"});
  object.size_bits = value["size_bits"].number<u8>();
  object.slots = read_slots(value["slots"]);
}
void read(const Value& value, object::Tcb& object) {
  value.keys({"slots", "extra"});
  object.slots = read_slots(value["slots"]);
  object.extra = read_tcb_extra(value["extra"]);
}
void read(const Value& value, object::Irq& object) {
  value.keys({"slots"});
  object.slots = read_slots(value["slots"]);
}
void read(const Value& value, object::Frame& object) {
  value.keys({"size_bits", "paddr", "init"});
  object.size_bits = value["size_bits"].number<u8>();
  object.paddr = optional_number<u64>(value, "paddr");
  object.init = read_init(value["init"]);
}
void read(const Value& value, object::PageTable& object) {
  value.keys({"x86_ept", "is_root", "level", "slots"});
  object.x86_ept = value.has("x86_ept") && value["x86_ept"].boolean();
  object.is_root = value["is_root"].boolean();
  object.level = optional_number<u8>(value, "level");
  object.slots = read_slots(value["slots"]);
}
void read(const Value& value, object::AsidPool& object) {
  value.keys({"high"});
  object.high = value["high"].number<u64>();
}
void read(const Value& value, object::IOSpace& object) {
  value.keys({"slots", "domain_id", "pci_device"});
  object.slots = read_slots(value["slots"]);
  object.domain_id = value["domain_id"].number<u64>();
  const Value device = value["pci_device"];
  device.keys({"bus", "device", "function"});
  object.pci_device = {device["bus"].number<u8>(), device["device"].number<u8>(),
                       device["function"].number<u8>()};
}
void read(const Value& value, object::IOPageTable& object) {
  value.keys({"slots", "level"});
  object.slots = read_slots(value["slots"]);
  object.level = value["level"].number<u64>();
}
void read(const Value& value, object::ArmIrq& object) {
  value.keys({"slots", "extra"});
  object.slots = read_slots(value["slots"]);
  const Value extra = value["extra"];
  extra.keys({"trigger", "target"});
  object.extra = {extra["trigger"].number<u8>(), extra["target"].number<u64>()};
}
void read(const Value& value, object::IrqMsi& object) {
  value.keys({"slots", "extra"});
  object.slots = read_slots(value["slots"]);
  const Value extra = value["extra"];
  extra.keys({"handle", "pci_bus", "pci_dev", "pci_func"});
  object.extra = {extra["handle"].number<u64>(), extra["pci_bus"].number<u64>(),
                  extra["pci_dev"].number<u64>(), extra["pci_func"].number<u64>()};
}
void read(const Value& value, object::IrqIOApic& object) {
  value.keys({"slots", "extra"});
  object.slots = read_slots(value["slots"]);
  const Value extra = value["extra"];
  extra.keys({"ioapic", "pin", "level", "polarity"});
  object.extra = {extra["ioapic"].number<u64>(), extra["pin"].number<u64>(),
                  extra["level"].number<u64>(), extra["polarity"].number<u64>()};
}
void read(const Value& value, object::RiscvIrq& object) {
  value.keys({"slots", "extra"});
  object.slots = read_slots(value["slots"]);
  const Value extra = value["extra"];
  extra.keys({"trigger"});
  object.extra = {extra["trigger"].number<u8>()};
}
void read(const Value& value, object::IOPorts& object) {
  value.keys({"start_port", "end_port"});
  object = {value["start_port"].number<u64>(), value["end_port"].number<u64>()};
}
void read(const Value& value, object::SchedContext& object) {
  value.keys({"size_bits", "extra"});
  object.size_bits = value["size_bits"].number<u8>();
  const Value extra = value["extra"];
  extra.keys({"period", "budget", "badge"});
  object.extra = {extra["period"].number<u64>(), extra["budget"].number<u64>(),
                  extra["badge"].number<u64>()};
}

NamedObject read_object(const Value& value) {
  value.keys({"name", "object"});
  NamedObject result;
  if (value.has("name")) result.name = value["name"].string();
  const Value tagged = value["object"];
  result.object = alternative<Object>(tagged, object_kind_names, "object");
  std::visit(
      [&](auto& object) {
        if constexpr (requires(const Value& payload) { read(payload, object); }) {
          read(tagged.payload(), object);
        } else {
          tagged.no_payload();
        }
      },
      result.object);
  return result;
}

DomainEntry read_domain(const Value& value) {
  value.keys({"domain", "duration"});
  DomainEntry entry;
  entry.domain = value["domain"].number<u8>();
  const Value duration = value["duration"];
  const std::string_view kind = duration.kind();
  if (kind == "EndMarker") {
    duration.no_payload();
    entry.duration = EndMarker{};
  } else if (kind == "Ticks" || kind == "Us") {
    const Value payload = duration.payload();
    const u64 count = payload.number<u64>();
    if (count == 0) payload.bad("a duration of 0", "EndMarker ends a schedule");
    if (kind == "Ticks") {
      entry.duration = Ticks{count};
    } else {
      entry.duration = Microseconds{count};
    }
  } else {
    duration.bad("\"" + std::string(kind) + "\" is no kind of duration",
                 "known are Ticks, Us, EndMarker");
  }
  return entry;
}

IdRange read_range(const Value& value) {
  value.keys({"start", "end"});
  return {value["start"].number<u32>(), value["end"].number<u32>()};
}

OrigCapSlots read_orig_cap_slots(const Value& value) {
  value.keys({"num_occupied", "offsets_by_object"});
  OrigCapSlots slots;
  slots.num_occupied = value["num_occupied"].number<u32>();
  value["offsets_by_object"].each([&](const Value& offset) {
    slots.offsets_by_object.push_back(
        offset.json().is_null() ? std::nullopt : std::optional(offset.number<u32>()));
  });
  return slots;
}

Spec read_spec(const Value& value) {
  value.keys({"objects", "irqs", "domain_schedule", "domain_set_start", "domain_idx_shift",
              "asid_slots", "root_objects", "untyped_covers", "cached_orig_cap_slots",
              "log_level"});
  Spec spec;
  value["objects"].each([&](const Value& object) { spec.objects.push_back(read_object(object)); });
  value["irqs"].each([&](const Value& irq) {
    irq.keys({"irq", "handler"});
    spec.irqs.push_back({irq["irq"].number<u64>(), irq["handler"].number<u32>()});
  });
  if (value.has("domain_schedule")) {
    spec.domain_schedule.emplace();
    value["domain_schedule"].each(
        [&](const Value& entry) { spec.domain_schedule->push_back(read_domain(entry)); });
  }
  spec.domain_set_start = optional_number<u64>(value, "domain_set_start");
  spec.domain_idx_shift = optional_number<u64>(value, "domain_idx_shift");
  value["asid_slots"].each(
      [&](const Value& slot) { spec.asid_slots.push_back(slot.number<u32>()); });
  spec.root_objects = read_range(value["root_objects"]);
  value["untyped_covers"].each([&](const Value& cover) {
    cover.keys({"parent", "children"});
    spec.untyped_covers.push_back({cover["parent"].number<u32>(), read_range(cover["children"])});
  });
  if (value.has("cached_orig_cap_slots")) {
    spec.cached_orig_cap_slots = read_orig_cap_slots(value["cached_orig_cap_slots"]);
  }
  spec.log_level = optional_number<u8>(value, "log_level");
  return spec;
}

}  // namespace

Outcome<Spec> read_json(const std::string& name, std::string_view text) {
  try {
    const detail::Json json = detail::parse_strictly(name, text);
    return read_spec(Value{name, json});
  } catch (const detail::BadInput& bad) {
    return std::unexpected(bad.error);
  }
}

}  // namespace sel4::capdl
