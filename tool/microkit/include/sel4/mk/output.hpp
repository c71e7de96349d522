// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <sel4/mk/boot.hpp>
#include <sel4/mk/program.hpp>

#include <string>
#include <vector>

/// Everything that is written for people and other programs.
namespace sel4::mk {

/// The report: interrupts, threads, CNodes, what is special to the architecture, all objects.
/// `allocation`: null where it is known at boot only.
[[nodiscard]] std::string report(const Target& target, const capdl::Spec& spec,
                                 const Allocation* allocation);

/// A range of physical memory and what it is used for.
struct PhysicalUse {
  Range range;
  std::string what;
};

/// What lies where, in physical memory and in every address space.
struct MemoryMap {
  struct Entry {
    Range range;
    std::string what;
    Permissions permissions;
    bool cached = true;
  };
  struct Space {
    std::string name;
    std::vector<Entry> entries;
  };
  std::vector<Range> memory;
  std::vector<PhysicalUse> physical;
  std::vector<Space> spaces;
};

/// `physical`: what the image takes; regions are added.
[[nodiscard]] MemoryMap memory_map(const Target& target, const System& system,
                                   const std::vector<Program>& programs,
                                   std::vector<PhysicalUse> physical);
[[nodiscard]] std::string memory_map_text(const MemoryMap& map);
[[nodiscard]] std::string memory_map_json(const MemoryMap& map);

/// Reports regions whose physical address is taken by the image, or that are partly memory and
/// partly not.
void check_physical(const Source& source, const Target& target, const System& system,
                    const std::vector<PhysicalUse>& physical, Diagnostics& diagnostics);

/// A picture of domains, channels, regions, interrupts and priorities: for Graphviz, or as SVG.
[[nodiscard]] std::string diagram_dot(const System& system);
[[nodiscard]] std::string diagram_svg(const System& system);

/// What a verifier of a domain's program may assume of the system.
[[nodiscard]] std::string viper_text(const System& system, std::size_t domain,
                                     const capdl::Spec& spec, const std::string& description);

/// `text` with what has a meaning in XML replaced.
[[nodiscard]] std::string xml_escaped(std::string_view text);

}  // namespace sel4::mk
