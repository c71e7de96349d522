// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <sel4/mk/output.hpp>

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace sel4::mk {

namespace {

std::string rights(Permissions permissions) {
  std::string text = "---";
  if (permissions.read) text[0] = 'r';
  if (permissions.write) text[1] = 'w';
  if (permissions.execute) text[2] = 'x';
  return text;
}

MemoryMap::Space domain_space(const Target& target, const System& system,
                              const ProtectionDomain& domain, const Program& program) {
  MemoryMap::Space space{.name = domain.name, .entries = {}};
  for (const Program::Segment& segment : program.segments()) {
    space.entries.push_back({segment.range(),
                             segment.permissions.execute ? "program: code" : "program: data",
                             segment.permissions, true});
  }
  for (const Map& map : domain.maps) {
    space.entries.push_back({{map.address, map.address + system.regions[map.region].size},
                             "region: " + map.region_name,
                             map.permissions,
                             map.cached});
  }
  const std::uint64_t bottom = target.stack_bottom(domain.stack_size);
  constexpr Permissions read_write{.read = true, .write = true};
  space.entries.push_back({{bottom - small_page, bottom}, "guard", {}, true});
  space.entries.push_back({{bottom, target.stack_top()}, "stack", read_write, true});
  space.entries.push_back({{target.stack_top(), target.ipc_buffer()}, "guard", {}, true});
  space.entries.push_back(
      {{target.ipc_buffer(), target.ipc_buffer() + small_page}, "IPC buffer", read_write, true});
  std::ranges::stable_sort(space.entries, {},
                           [](const MemoryMap::Entry& entry) { return entry.range.start; });
  return space;
}

MemoryMap::Space mapped_space(const System& system, std::string name,
                              const std::vector<Map>& maps) {
  MemoryMap::Space space{.name = std::move(name), .entries = {}};
  for (const Map& map : maps) {
    space.entries.push_back({{map.address, map.address + system.regions[map.region].size},
                             "region: " + map.region_name,
                             map.permissions,
                             map.cached});
  }
  std::ranges::stable_sort(space.entries, {},
                           [](const MemoryMap::Entry& entry) { return entry.range.start; });
  return space;
}

}  // namespace

MemoryMap memory_map(const Target& target, const System& system,
                     const std::vector<Program>& programs, std::vector<PhysicalUse> physical) {
  MemoryMap map{.memory = target.memory, .physical = std::move(physical), .spaces = {}};
  for (const MemoryRegion& region : system.regions) {
    if (!region.phys) continue;
    map.physical.push_back({{*region.phys, *region.phys + region.size}, "region: " + region.name});
  }
  std::ranges::stable_sort(map.physical, {},
                           [](const PhysicalUse& use) { return use.range.start; });
  for (std::size_t i = 0; i < system.domains.size(); ++i) {
    const ProtectionDomain& domain = system.domains[i];
    map.spaces.push_back(domain_space(target, system, domain, programs[i]));
    if (domain.vm) {
      map.spaces.push_back(
          mapped_space(system, "virtual machine " + domain.vm->name, domain.vm->maps));
    }
  }
  for (const IoSpace& space : system.io_spaces) {
    map.spaces.push_back(mapped_space(system, "device " + space.name, space.maps));
  }
  return map;
}

std::string memory_map_text(const MemoryMap& map) {
  std::string text = "physical memory\n";
  const auto line = [&](Range range, const std::string& what) {
    text += fmt::format("  {:016x}..{:016x}  {:>10}  {}\n", range.start, range.end,
                        human_size(range.size()), what);
  };
  for (const Range& range : map.memory) line(range, "memory");
  for (const PhysicalUse& use : map.physical) line(use.range, "  " + use.what);
  for (const MemoryMap::Space& space : map.spaces) {
    text += fmt::format("\n{}\n", space.name);
    for (const MemoryMap::Entry& entry : space.entries) {
      line(entry.range, fmt::format("{}  {}{}", rights(entry.permissions), entry.what,
                                    entry.cached ? "" : " (uncached)"));
    }
  }
  return text;
}

std::string memory_map_json(const MemoryMap& map) {
  using Json = nlohmann::ordered_json;
  const auto range_json = [](Range range) {
    return Json{{"start", range.start}, {"end", range.end}};
  };
  Json json;
  json["memory"] = Json::array();
  for (const Range& range : map.memory) json["memory"].push_back(range_json(range));
  json["physical"] = Json::array();
  for (const PhysicalUse& use : map.physical) {
    Json item{{"what", use.what}};
    item.update(range_json(use.range));
    json["physical"].push_back(std::move(item));
  }
  json["spaces"] = Json::array();
  for (const MemoryMap::Space& space : map.spaces) {
    Json entries = Json::array();
    for (const MemoryMap::Entry& entry : space.entries) {
      Json item{{"what", entry.what}};
      item.update(range_json(entry.range));
      item["rights"] = rights(entry.permissions);
      item["cached"] = entry.cached;
      entries.push_back(std::move(item));
    }
    json["spaces"].push_back(Json{{"name", space.name}, {"entries", std::move(entries)}});
  }
  // Names may be any bytes that XML allows; none of them may end the tool.
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

void check_physical(const Source& source, const Target& target, const System& system,
                    const std::vector<PhysicalUse>& physical, Diagnostics& diagnostics) {
  const auto overlapping = [](const std::vector<Range>& ranges, Range range) {
    return std::ranges::any_of(ranges, [&](const Range& r) { return r.overlaps(range); });
  };
  const auto containing = [](const std::vector<Range>& ranges, Range range) {
    return std::ranges::any_of(ranges, [&](const Range& r) { return r.contains(range); });
  };
  for (const MemoryRegion& region : system.regions) {
    if (!region.phys || region.place_by_tool) continue;
    const Range range{*region.phys, *region.phys + region.size};
    for (const PhysicalUse& use : physical) {
      if (!use.range.overlaps(range)) continue;
      diagnostics.error(source, region.phys_span,
                        fmt::format("memory region '{}' {} overlaps the {} {}", region.name,
                                    text(range), use.what, text(use.range)),
                        "choose another phys_addr, or none");
    }
    if (target.memory.empty()) continue;
    if (overlapping(target.memory, range) && !containing(target.memory, range)) {
      diagnostics.error(source, region.phys_span,
                        fmt::format("memory region '{}' {} is partly outside the memory of {}",
                                    region.name, text(range), target.name),
                        "split it into one region of memory and one of the device");
    } else if (!overlapping(target.memory, range) && !containing(target.devices, range)) {
      diagnostics.error(source, region.phys_span,
                        fmt::format("memory region '{}' {} is neither memory nor a device of {}",
                                    region.name, text(range), target.name),
                        "the kernel keeps its own devices; see the board's platform_gen");
    }
  }
}

}  // namespace sel4::mk
