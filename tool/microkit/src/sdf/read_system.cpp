// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "../check/check.hpp"
#include "reader.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace sel4::mk {

namespace {

void read_io_spaces(Reader& reader, const XmlElement& element, System& system) {
  IoSpace space = read_io_space(reader, element);
  for (const IoSpace& other : system.io_spaces) {
    const std::vector<Note> notes{{other.span, "the other"}};
    if (!space.name.empty() && space.name == other.name) {
      reader.error(space.span, fmt::format("two device address spaces are called '{}'", space.name),
                   "give each its own name", notes);
    }
    if (space.domain_id == other.domain_id) {
      reader.error(space.span,
                   fmt::format("two device address spaces have the domain_id {}", space.domain_id),
                   "give each its own", notes);
    }
    if (space.device == other.device) {
      reader.error(space.span,
                   fmt::format("the device {:02x}:{:02x}.{:x} has two address spaces",
                               space.device.bus, space.device.device, space.device.function),
                   "put all iomap elements into one", notes);
    }
  }
  system.io_spaces.push_back(std::move(space));
}

void read_element(Reader& reader, const XmlElement& root, const XmlElement& element,
                  System& system) {
  if (element.name == "protection_domain") {
    read_domain(reader, element, std::nullopt, system.domains);
  } else if (element.name == "memory_region") {
    system.regions.push_back(read_region(reader, element));
  } else if (element.name == "channel") {
    system.channels.push_back(read_channel(reader, element));
  } else if (element.name == "io_address_space") {
    // One that the target does not have says nothing about the others.
    if (!reader.target.iommu || reader.target.arch != Arch::x86_64) {
      (void)read_io_space(reader, element);
    } else {
      read_io_spaces(reader, element, system);
    }
  } else if (element.name == "domains") {
    if (system.plan.given()) {
      reader.error(element.span, "domains must be there only once", "put all into one");
      return;
    }
    if (!system.domains.empty()) {
      reader.error(element.span, "domains must come before the protection domains",
                   "move it to the start of the file",
                   {{system.domains.front().span, "the first protection domain"}});
    }
    system.plan = read_plan(reader, element);
    for (const DomainPlan::Entry& entry : system.plan.domains) {
      reader.domain_ids.emplace(entry.name, entry.id);
    }
  } else if (element.name == "virtual_machine") {
    reader.error(element.span, "a virtual machine must be inside a protection domain",
                 "move it into the domain that handles its faults");
  } else {
    unexpected_element(
        reader, root, element,
        {"protection_domain", "memory_region", "channel", "domains", "io_address_space"});
  }
}

}  // namespace

std::optional<std::string> SearchPath::find(const std::string& name) const {
  for (const std::string& folder : folders_) {
    // An absolute name replaces the folder.
    const std::filesystem::path path = std::filesystem::path(folder) / name;
    std::error_code error;
    if (std::filesystem::is_regular_file(path, error)) return path.string();
  }
  return std::nullopt;
}

std::string SearchPath::tried(const std::string& name) const {
  std::vector<std::string> paths;
  if (std::filesystem::path(name).is_absolute()) return name;
  for (const std::string& folder : folders_) {
    paths.push_back((std::filesystem::path(folder) / name).string());
  }
  return fmt::format("{}", fmt::join(paths, ", "));
}

bool System::needs_endpoint(std::size_t domain) const {
  if (domains[domain].has_children || domains[domain].vm) return true;
  for (const Channel& channel : channels) {
    if ((channel.a.call && channel.b.domain == domain) ||
        (channel.b.call && channel.a.domain == domain)) {
      return true;
    }
  }
  return false;
}

std::optional<System> read_system(const Source& source, const Target& target,
                                  const SearchPath& search, Diagnostics& diagnostics) {
  const std::size_t errors = diagnostics.error_count();
  const auto root = parse_xml(source, diagnostics);
  if (!root) return std::nullopt;
  if (root->name != "system") {
    diagnostics.error(
        source, root->span,
        fmt::format("expected the element 'system', found '{}'", root->name.substr(0, 60)),
        "a system description is one <system> element");
    return std::nullopt;
  }
  for (const XmlAttribute& attribute : root->attributes) {
    if (attribute.name == "xmlns" || attribute.name.starts_with("xmlns:")) continue;
    diagnostics.warning(
        source, attribute.name_span,
        fmt::format("the attribute '{}' of 'system' has no meaning", attribute.name.substr(0, 60)),
        "remove it");
  }
  Reader reader{.source = source, .target = target, .search = search, .diagnostics = diagnostics};
  System system;
  for (const XmlElement& element : root->children) read_element(reader, *root, element, system);
  // What is wrong with single elements would be found to be wrong with the whole again.
  if (diagnostics.error_count() != errors) return std::nullopt;

  const Checked checked{source, target, diagnostics};
  check_names(checked, system);
  resolve(checked, system);
  if (diagnostics.error_count() != errors) return std::nullopt;
  check_channels(checked, system);
  check_memory(checked, system);
  check_variables(checked, system);
  if (diagnostics.error_count() != errors) return std::nullopt;
  choose_pages(target, system);
  return system;
}

}  // namespace sel4::mk
