// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "check.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace sel4::mk {

namespace {

struct Placed {
  Range range;
  const Map* map;
};

/// Checks the mappings of one address space; `end` is the first address that none may reach.
void check_space(const Checked& checked, const System& system, const std::vector<Map>& maps,
                 const std::string& space, std::uint64_t end, bool io) {
  std::vector<Placed> placed;
  for (const Map& map : maps) {
    const MemoryRegion& region = system.regions[map.region];
    const char* name = io ? "iovaddr" : "vaddr";
    if (map.address % region.page_size != 0) {
      checked.error(map.address_span,
                    fmt::format("{} {:#x} is not aligned to the page size {:#x} of '{}'", name,
                                map.address, region.page_size, region.name),
                    fmt::format("the page begins at {:#x}",
                                map.address / region.page_size * region.page_size),
                    {{region.span, "the region"}});
      continue;
    }
    const Range range{map.address, map.address + region.size};
    if (range.end < range.start || range.end > end) {
      checked.error(
          map.address_span,
          fmt::format("'{}' at {:#x} with {:#x} bytes reaches beyond {:#x}, the end of {}",
                      region.name, map.address, region.size, end, space),
          io ? "" : "stack and IPC buffer are at the top; map it lower");
      continue;
    }
    placed.push_back({range, &map});
  }
  std::ranges::stable_sort(placed, {}, [](const Placed& entry) { return entry.range.start; });
  for (std::size_t i = 1; i < placed.size(); ++i) {
    // The later one in the file is the one to complain about.
    const Placed* first = &placed[i - 1];
    const Placed* second = &placed[i];
    if (!first->range.overlaps(second->range)) continue;
    if (second->map->span.offset < first->map->span.offset) std::swap(first, second);
    checked.error(
        second->map->span,
        fmt::format("'{}' {} overlaps '{}' {} in {}", second->map->region_name, text(second->range),
                    first->map->region_name, text(first->range), space),
        "map one of them elsewhere", {{first->map->span, "the other"}});
  }
}

void check_phys(const Checked& checked, const System& system) {
  std::vector<const MemoryRegion*> placed;
  for (const MemoryRegion& region : system.regions) {
    if (region.phys) placed.push_back(&region);
  }
  std::ranges::stable_sort(placed, {}, [](const MemoryRegion* region) { return *region->phys; });
  for (std::size_t i = 1; i < placed.size(); ++i) {
    const MemoryRegion* first = placed[i - 1];
    const MemoryRegion* second = placed[i];
    const Range before{*first->phys, *first->phys + first->size};
    const Range range{*second->phys, *second->phys + second->size};
    if (!before.overlaps(range)) continue;
    const bool swap = second->span.offset < first->span.offset;
    if (swap) std::swap(first, second);
    checked.error(
        second->phys_span,
        fmt::format("memory region '{}' {} overlaps '{}' {} in physical memory", second->name,
                    text(swap ? before : range), first->name, text(swap ? range : before)),
        "map one region into several domains to share it", {{first->span, "the other"}});
  }
}

void check_unused(const Checked& checked, const System& system) {
  std::vector<bool> used(system.regions.size());
  for (const ProtectionDomain& domain : system.domains) {
    for (const Map& map : domain.maps) used[map.region] = true;
    if (!domain.vm) continue;
    for (const Map& map : domain.vm->maps) used[map.region] = true;
  }
  for (const IoSpace& space : system.io_spaces) {
    for (const Map& map : space.maps) used[map.region] = true;
  }
  for (std::size_t i = 0; i < used.size(); ++i) {
    if (used[i]) continue;
    checked.diagnostics.warning(
        checked.source, system.regions[i].span,
        fmt::format("memory region '{}' is mapped nowhere", system.regions[i].name),
        "map it or remove it");
  }
}

}  // namespace

void check_memory(const Checked& checked, const System& system) {
  const Target& target = checked.target;
  for (const ProtectionDomain& domain : system.domains) {
    check_space(checked, system, domain.maps, fmt::format("protection domain '{}'", domain.name),
                target.stack_bottom(domain.stack_size), false);
    if (domain.vm) {
      check_space(checked, system, domain.vm->maps,
                  fmt::format("virtual machine '{}'", domain.vm->name), target.user_top + 1, false);
    }
  }
  for (const IoSpace& space : system.io_spaces) {
    for (const Map& map : space.maps) {
      const MemoryRegion& region = system.regions[map.region];
      if (region.page_size == small_page) continue;
      checked.error(map.region_span,
                    fmt::format("memory region '{}' has large pages, which devices cannot reach",
                                region.name),
                    "leave out its page_size", {{region.span, "the region"}});
    }
    check_space(checked, system, space.maps,
                fmt::format("the address space of device {:02x}:{:02x}.{:x}", space.device.bus,
                            space.device.device, space.device.function),
                limit::io_address_end, true);
  }
  check_phys(checked, system);
  check_unused(checked, system);
}

void choose_pages(const Target&, System& system) {
  // A region gets large pages if all addresses of its are multiples of theirs.
  std::vector<bool> possible(system.regions.size());
  for (std::size_t i = 0; i < possible.size(); ++i) {
    const MemoryRegion& region = system.regions[i];
    possible[i] = !region.page_size_given && region.size % large_page == 0 &&
                  region.phys.value_or(0) % large_page == 0;
  }
  const auto look_at = [&](const std::vector<Map>& maps) {
    for (const Map& map : maps) {
      if (map.address % large_page != 0) possible[map.region] = false;
    }
  };
  for (ProtectionDomain& domain : system.domains) {
    look_at(domain.maps);
    if (domain.vm) look_at(domain.vm->maps);
    for (const SetVar& variable : domain.variables) {
      if (!std::holds_alternative<SetVar::RegionPhys>(variable.value)) continue;
      MemoryRegion& region = system.regions[variable.region];
      if (!region.phys) region.place_by_tool = true;
    }
  }
  for (const IoSpace& space : system.io_spaces) {
    for (const Map& map : space.maps) possible[map.region] = false;
  }
  for (std::size_t i = 0; i < possible.size(); ++i) {
    if (possible[i]) system.regions[i].page_size = large_page;
  }
}

}  // namespace sel4::mk
