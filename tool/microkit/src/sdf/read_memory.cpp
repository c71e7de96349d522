// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "reader.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <fstream>

namespace sel4::mk {

namespace {

constexpr std::uint64_t largest_prefill = std::uint64_t{1} << 30;

Permissions read_permissions(Reader& reader, const Attributes& attributes, bool io) {
  if (!attributes.has("perms")) return {.read = true, .write = true};
  const std::string text = attributes.text("perms");
  Permissions permissions;
  bool wrong = text.empty();
  for (const char c : text) {
    if (c == 'r') {
      permissions.read = true;
    } else if (c == 'w') {
      permissions.write = true;
    } else if (c == 'x' && !io) {
      permissions.execute = true;
    } else {
      wrong = true;
    }
  }
  if (wrong) {
    reader.error(attributes.span("perms"),
                 fmt::format("'perms': expected a combination of {}, found '{}'",
                             io ? "'r' and 'w'" : "'r', 'w' and 'x'", text.substr(0, 40)),
                 io ? "devices do not execute" : "");
    return {.read = true, .write = true};
  }
  if (!io && permissions.write && !permissions.read && !permissions.execute) {
    reader.error(attributes.span("perms"), "'perms' is 'w': the kernel has no write-only mappings",
                 "write rw");
  }
  return permissions;
}

void add_region_variable(Reader& reader, const Attributes& attributes, std::string_view attribute,
                         decltype(SetVar::value) value, const Map& map,
                         std::vector<SetVar>& variables) {
  if (!attributes.has(attribute)) return;
  add_variable(reader, variables,
               {.symbol = attributes.text(attribute),
                .value = value,
                .region_name = map.region_name,
                .region = 0,
                .span = attributes.span(attribute),
                .region_span = map.region_span});
}

std::optional<capdl::fill::BootInfoId> read_bootinfo(Reader& reader, Attributes& attributes) {
  using Id = capdl::fill::BootInfoId;
  if (!attributes.has("prefill_bootinfo")) return std::nullopt;
  constexpr Id ids[] = {Id::X86Vbe,         Id::X86Mbmmap,  Id::X86AcpiRsdp,
                        Id::X86FrameBuffer, Id::X86TscFreq, Id::Fdt};
  const std::size_t choice = attributes.choice(
      "prefill_bootinfo",
      {"x86_vbe", "x86_mbmmap", "x86_acpi_rsdp", "x86_framebuffer", "x86_tsc_freq", "fdt"},
      std::size(ids) - 1);
  (void)reader;
  return ids[choice];
}

/// The contents of a region, or nothing, reported.
void read_prefill(Reader& reader, const Attributes& attributes, MemoryRegion& region) {
  const std::string name = attributes.text("prefill_path");
  const Span span = attributes.span("prefill_path");
  region.prefilled = true;
  const auto path = reader.search.find(name);
  if (!path) {
    reader.error(span, fmt::format("the prefill file '{}' is not there", name),
                 "looked for " + reader.search.tried(name));
    return;
  }
  std::error_code error;
  const std::uintmax_t size = std::filesystem::file_size(*path, error);
  if (error) {
    reader.error(span,
                 fmt::format("the prefill file '{}' cannot be read: {}", *path, error.message()));
    return;
  }
  if (size == 0) {
    reader.error(span, fmt::format("the prefill file '{}' is empty", *path),
                 "leave out prefill_path for a region of zeros");
    return;
  }
  if (size > largest_prefill) {
    reader.error(span,
                 fmt::format("the prefill file '{}' has {} bytes, more than 1 GiB", *path, size));
    return;
  }
  std::ifstream file(*path, std::ios::binary);
  region.prefill.resize(static_cast<std::size_t>(size));
  file.read(reinterpret_cast<char*>(region.prefill.data()), static_cast<std::streamsize>(size));
  if (!file || file.gcount() != static_cast<std::streamsize>(size)) {
    reader.error(span, fmt::format("the prefill file '{}' cannot be read", *path));
    region.prefill.assign(1, std::byte{0});
  }
}

std::uint64_t read_size(Reader& reader, Attributes& attributes, const MemoryRegion& region) {
  const std::uint64_t page = region.page_size;
  if (!attributes.has("size")) {
    if (region.bootinfo) return page;
    if (region.prefilled) {
      const std::uint64_t bytes = std::max<std::uint64_t>(region.prefill.size(), 1);
      return (bytes + page - 1) / page * page;
    }
    reader.error(attributes.element().span,
                 fmt::format("memory region '{}' has neither a size nor contents", region.name),
                 "add size=\"0x1000\" or another multiple of the page size, or prefill_path");
    return page;
  }
  const std::uint64_t size = attributes.number("size", page);
  if (size == 0) {
    reader.error(attributes.span("size"), "the size of a memory region is 0",
                 fmt::format("the least is one page, {:#x}", page));
    return page;
  }
  if (size % page != 0) {
    const std::uint64_t next = (size / page + 1) * page;
    reader.error(attributes.span("size"),
                 fmt::format("the size {:#x} is not a multiple of the page size {:#x}", size, page),
                 next != 0 ? fmt::format("the next that is: {:#x}", next) : "");
    return page;
  }
  if (region.prefill.size() > size) {
    reader.error(attributes.span("size"),
                 fmt::format("the prefill file has {:#x} bytes, the region {:#x}",
                             region.prefill.size(), size),
                 "leave out the size to have the region follow the file");
  }
  return size;
}

}  // namespace

void add_variable(Reader& reader, std::vector<SetVar>& variables, SetVar variable) {
  if (variable.symbol.empty()) {
    reader.error(variable.span, "the name of a variable is empty", "name a symbol of the program");
    return;
  }
  for (const SetVar& other : variables) {
    if (other.symbol != variable.symbol) continue;
    reader.error(variable.span,
                 fmt::format("the variable '{}' is set twice in this domain", variable.symbol),
                 "use one variable for each value", {{other.span, "set here first"}});
    return;
  }
  variables.push_back(std::move(variable));
}

Map read_map(Reader& reader, const XmlElement& element, std::vector<SetVar>* variables,
             std::uint64_t end) {
  // Without variables: the address space of a virtual machine, which has no program.
  Attributes attributes = variables != nullptr
                              ? Attributes(reader, element,
                                           {"mr", "vaddr", "perms", "cached", "setvar_vaddr",
                                            "setvar_size", "setvar_prefill_size"})
                              : Attributes(reader, element, {"mr", "vaddr", "perms", "cached"});
  no_children(reader, element);
  Map map;
  map.span = element.span;
  map.region_name = attributes.required("mr");
  map.region_span = attributes.span("mr");
  map.address = attributes.required_number("vaddr");
  map.address_span = attributes.span("vaddr");
  if (map.address >= end) {
    reader.error(map.address_span,
                 fmt::format("vaddr {:#x} must be less than {:#x}", map.address, end),
                 variables != nullptr ? "stack and IPC buffer are above" : "");
    map.address = 0;
  }
  map.permissions = read_permissions(reader, attributes, false);
  map.permissions_span = attributes.span("perms");
  map.cached = attributes.boolean("cached", true);
  if (variables != nullptr) {
    add_region_variable(reader, attributes, "setvar_vaddr", map.address, map, *variables);
    add_region_variable(reader, attributes, "setvar_size", SetVar::RegionSize{}, map, *variables);
    add_region_variable(reader, attributes, "setvar_prefill_size", SetVar::PrefillSize{}, map,
                        *variables);
  }
  return map;
}

MemoryRegion read_region(Reader& reader, const XmlElement& element) {
  Attributes attributes(
      reader, element,
      {"name", "size", "page_size", "phys_addr", "prefill_path", "prefill_bootinfo"});
  no_children(reader, element);
  MemoryRegion region;
  region.span = element.span;
  region.name = attributes.required_name("name");
  if (attributes.has("page_size")) {
    region.page_size_given = true;
    region.page_size = attributes.number("page_size", small_page);
    if (region.page_size != small_page && region.page_size != large_page) {
      reader.error(attributes.span("page_size"),
                   fmt::format("page size {:#x} is not supported", region.page_size),
                   "0x1000 and 0x200_000 are");
      region.page_size = small_page;
    }
  }
  region.bootinfo = read_bootinfo(reader, attributes);
  if (attributes.has("prefill_path")) {
    read_prefill(reader, attributes, region);
    if (region.bootinfo) {
      reader.error(attributes.span("prefill_bootinfo"),
                   "prefill_path and prefill_bootinfo are both given", "remove one",
                   {{attributes.span("prefill_path"), "the other"}});
    }
  }
  region.size = read_size(reader, attributes, region);
  region.phys_span = attributes.span("phys_addr");
  if (attributes.has("phys_addr")) {
    const std::uint64_t phys = attributes.number("phys_addr", 0);
    region.phys = phys;
    if (phys % region.page_size != 0) {
      reader.error(
          region.phys_span,
          fmt::format("phys_addr {:#x} is not aligned to the page size {:#x}", phys,
                      region.page_size),
          fmt::format("the page begins at {:#x}", phys / region.page_size * region.page_size));
    } else if (phys + region.size < phys) {
      reader.error(region.phys_span, "the region reaches beyond the end of the address space");
      region.phys = 0;
    }
  }
  return region;
}

IoSpace read_io_space(Reader& reader, const XmlElement& element) {
  Attributes attributes(reader, element, {"name", "peripheral_id", "domain_id"});
  IoSpace space;
  space.span = element.span;
  if (!reader.target.iommu) {
    reader.error(element.span,
                 fmt::format("the kernel of {} cannot restrict devices", reader.target.name),
                 "io_address_space needs an x86_64 kernel with KernelIOMMU");
    return space;
  }
  if (reader.target.arch != Arch::x86_64) {
    reader.error(
        element.span,
        fmt::format("device address spaces are not supported on {}", arch_name(reader.target.arch)),
        "they are on x86_64");
    return space;
  }
  space.name = attributes.required_name("name");
  space.domain_id = attributes.required_number("domain_id", {0, 0xffff});
  (void)attributes.required("peripheral_id");
  space.device = read_pci_device(reader, attributes, "peripheral_id");
  for (const XmlElement& child : element.children) {
    if (child.name != "iomap") {
      unexpected_element(reader, element, child, {"iomap"});
      continue;
    }
    Attributes map_attributes(reader, child, {"mr", "iovaddr", "perms"});
    no_children(reader, child);
    Map map;
    map.span = child.span;
    map.region_name = map_attributes.required("mr");
    map.region_span = map_attributes.span("mr");
    map.address = map_attributes.required_number("iovaddr");
    map.address_span = map_attributes.span("iovaddr");
    if (map.address >= limit::io_address_end) {
      reader.error(map.address_span, fmt::format("iovaddr {:#x} must be less than {:#x}",
                                                 map.address, limit::io_address_end));
      map.address = 0;
    }
    map.permissions = read_permissions(reader, map_attributes, true);
    map.permissions_span = map_attributes.span("perms");
    map.cached = false;
    space.maps.push_back(std::move(map));
  }
  return space;
}

}  // namespace sel4::mk
