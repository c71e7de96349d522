// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "check.hpp"

#include <fmt/format.h>
#include <unordered_map>

namespace sel4::mk {

namespace {

void check_domain_names(const Checked& checked, const System& system) {
  std::unordered_map<std::string, Span> seen;
  std::unordered_map<std::string, Span> machines;
  for (const ProtectionDomain& domain : system.domains) {
    const auto [other, added] = seen.try_emplace(domain.name, domain.name_span);
    if (!added) {
      checked.error(domain.name_span,
                    fmt::format("two protection domains are called '{}'", domain.name),
                    "give each its own name", {{other->second, "the other"}});
    }
    if (domain.name == monitor_name) {
      checked.error(domain.name_span, "the name 'monitor' is that of Microkit's own domain",
                    "choose another name");
    }
    if (domain.name.size() > limit::name_length) {
      checked.diagnostics.warning(
          checked.source, domain.name_span,
          fmt::format("the name has {} bytes; domain and monitor see {} of them",
                      domain.name.size(), limit::name_length - 1),
          "choose a shorter name");
    }
    if (!domain.vm) continue;
    const auto [machine, new_machine] = machines.try_emplace(domain.vm->name, domain.vm->span);
    if (!new_machine) {
      checked.error(domain.vm->span,
                    fmt::format("two virtual machines are called '{}'", domain.vm->name),
                    "give each its own name", {{machine->second, "the other"}});
    }
    if (checked.target.arch == Arch::x86_64 && domain.has_children) {
      checked.error(
          domain.span,
          fmt::format("protection domain '{}' has a virtual machine and children", domain.name),
          "on x86_64 a guest that runs keeps its domain from hearing of its children's "
          "faults; move the children to another domain",
          {{domain.vm->span, "the virtual machine"}});
    }
  }
}

void check_children(const Checked& checked, const System& system) {
  // One number space for each parent: children and virtual CPUs.
  std::unordered_map<std::uint64_t, Span> ids;
  for (std::size_t parent = 0; parent < system.domains.size(); ++parent) {
    if (!system.domains[parent].has_children) continue;
    ids.clear();
    if (system.domains[parent].vm) {
      for (const VirtualCpu& vcpu : system.domains[parent].vm->vcpus) {
        ids.emplace(vcpu.id, vcpu.span);
      }
    }
    for (std::size_t i = parent + 1; i < system.domains.size(); ++i) {
      const ProtectionDomain& child = system.domains[i];
      if (child.parent != parent) continue;
      const auto [other, added] = ids.try_emplace(child.id, child.id_span);
      if (added) continue;
      checked.error(child.id_span,
                    fmt::format("the id {} is there twice in protection domain '{}'", child.id,
                                system.domains[parent].name),
                    "children and virtual CPUs of a domain share one row of ids; give each its own",
                    {{other->second, "the other"}});
    }
  }
}

}  // namespace

void check_names(const Checked& checked, const System& system) {
  if (system.domains.empty()) {
    checked.error({0, 0}, "there is no protection domain", "add at least one");
  }
  if (system.domains.size() > limit::domains) {
    checked.error(system.domains[limit::domains].span,
                  fmt::format("there are {} protection domains, more than {}",
                              system.domains.size(), limit::domains),
                  "the monitor knows that many only; put several functions into one domain");
  }
  check_domain_names(checked, system);
  check_children(checked, system);
  std::unordered_map<std::string, Span> regions;
  for (const MemoryRegion& region : system.regions) {
    const auto [other, added] = regions.try_emplace(region.name, region.span);
    if (!added) {
      checked.error(region.span, fmt::format("two memory regions are called '{}'", region.name),
                    "give each its own name", {{other->second, "the other"}});
    }
  }
}

void resolve(const Checked& checked, System& system) {
  std::unordered_map<std::string, std::size_t> regions;
  for (std::size_t i = 0; i < system.regions.size(); ++i)
    regions.emplace(system.regions[i].name, i);
  std::unordered_map<std::string, std::size_t> domains;
  for (std::size_t i = 0; i < system.domains.size(); ++i)
    domains.emplace(system.domains[i].name, i);

  const auto find_region = [&](const std::string& name, Span span, std::size_t& index) {
    const auto found = regions.find(name);
    if (found == regions.end()) {
      checked.error(span, fmt::format("there is no memory region '{}'", name),
                    fmt::format("add <memory_region name=\"{}\" .../>", name));
    } else {
      index = found->second;
    }
  };
  const auto find_domain = [&](const std::string& name, Span span, std::size_t& index) {
    const auto found = domains.find(name);
    if (found == domains.end()) {
      checked.error(span, fmt::format("there is no protection domain '{}'", name),
                    "check its spelling");
      return false;
    }
    index = found->second;
    return true;
  };

  for (ProtectionDomain& domain : system.domains) {
    for (Map& map : domain.maps) find_region(map.region_name, map.region_span, map.region);
    if (domain.vm) {
      for (Map& map : domain.vm->maps) find_region(map.region_name, map.region_span, map.region);
    }
    for (CapMap& cap : domain.caps) find_domain(cap.domain_name, cap.domain_span, cap.domain);
  }
  for (IoSpace& space : system.io_spaces) {
    for (Map& map : space.maps) find_region(map.region_name, map.region_span, map.region);
  }
  for (Channel& channel : system.channels) {
    for (ChannelEnd* end : {&channel.a, &channel.b}) {
      if (!find_domain(end->domain_name, end->domain_span, end->domain)) continue;
      if (end->variable.empty()) continue;
      std::vector<SetVar>& variables = system.domains[end->domain].variables;
      bool twice = false;
      for (const SetVar& other : variables) {
        if (other.symbol != end->variable) continue;
        twice = true;
        checked.error(end->span,
                      fmt::format("the variable '{}' is set twice in domain '{}'", end->variable,
                                  end->domain_name),
                      "use one variable for each value", {{other.span, "set here first"}});
      }
      if (twice) continue;
      variables.push_back({.symbol = end->variable,
                           .value = end->id,
                           .region_name = {},
                           .region = 0,
                           .span = end->span,
                           .region_span = {}});
    }
  }
  for (ProtectionDomain& domain : system.domains) {
    for (SetVar& variable : domain.variables) {
      if (std::holds_alternative<std::uint64_t>(variable.value)) continue;
      find_region(variable.region_name, variable.region_span, variable.region);
    }
  }
}

}  // namespace sel4::mk
