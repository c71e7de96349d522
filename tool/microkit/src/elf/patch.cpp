// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <sel4/mk/program.hpp>

#include <algorithm>
#include <cstring>
#include <fmt/format.h>

namespace sel4::mk {

namespace {

/// An entry of the monitor's table of what is mapped where; the monitor has the same structure.
struct MonitorRegion {
  std::uint64_t start;
  std::uint64_t size;
  std::uint32_t domain;
  /// Bits: 0 read, 1 write, 2 execute.
  std::uint32_t rights;
  char name[48];
};
static_assert(sizeof(MonitorRegion) == 72);

/// Rows of names of fixed length, each closed by a NUL.
std::vector<std::byte> name_table(const std::vector<std::string>& names) {
  std::vector<std::byte> table((limit::domains + 1) * limit::name_length);
  for (std::size_t i = 0; i < std::min(names.size(), limit::domains + 1); ++i) {
    std::memcpy(table.data() + i * limit::name_length, names[i].data(),
                std::min(names[i].size(), limit::name_length - 1));
  }
  return table;
}

MonitorRegion monitor_region(std::size_t domain, Range range, Permissions permissions,
                             std::string_view name) {
  MonitorRegion region{.start = range.start,
                       .size = range.size(),
                       .domain = static_cast<std::uint32_t>(domain),
                       .rights = (permissions.read ? 1U : 0U) | (permissions.write ? 2U : 0U) |
                                 (permissions.execute ? 4U : 0U),
                       .name = {}};
  std::memcpy(region.name, name.data(), std::min(name.size(), sizeof(region.name) - 1));
  return region;
}

std::vector<MonitorRegion> monitor_regions(const Target& target, const System& system,
                                           const std::vector<Program>& programs) {
  std::vector<MonitorRegion> regions;
  for (std::size_t i = 0; i < system.domains.size(); ++i) {
    const ProtectionDomain& domain = system.domains[i];
    for (const Program::Segment& segment : programs[i].segments()) {
      regions.push_back(monitor_region(i, segment.range(), segment.permissions,
                                       segment.permissions.execute
                                           ? "code"
                                           : (segment.permissions.write ? "data" : "constants")));
    }
    for (const Map& map : domain.maps) {
      regions.push_back(monitor_region(i,
                                       {map.address, map.address + system.regions[map.region].size},
                                       map.permissions, map.region_name));
    }
    constexpr Permissions read_write{.read = true, .write = true};
    regions.push_back(monitor_region(
        i, {target.stack_bottom(domain.stack_size), target.stack_top()}, read_write, "stack"));
    regions.push_back(monitor_region(i, {target.ipc_buffer(), target.ipc_buffer() + small_page},
                                     read_write, "IPC buffer"));
  }
  return regions;
}

void patch_monitor(const Target& target, const System& system, std::vector<Program>& programs,
                   Diagnostics& diagnostics) {
  Program& monitor = programs.back();
  std::vector<std::string> domain_names;
  std::vector<std::string> vm_names;
  std::vector<std::uint64_t> stacks;
  for (const ProtectionDomain& domain : system.domains) {
    domain_names.push_back(domain.name);
    stacks.push_back(target.stack_bottom(domain.stack_size));
    if (!domain.vm) continue;
    for (std::size_t i = 0; i < domain.vm->vcpus.size(); ++i) vm_names.push_back(domain.vm->name);
  }
  monitor.write_word("pd_names_len", domain_names.size(), diagnostics);
  monitor.write("pd_names", name_table(domain_names), false, diagnostics);
  // Guests of x86_64 machines run on their domains' threads.
  monitor.write_word("vm_names_len", target.arch == Arch::x86_64 ? 0 : vm_names.size(),
                     diagnostics);
  monitor.write("vm_names", name_table(vm_names), false, diagnostics);
  monitor.write("pd_stack_bottom_addrs", std::as_bytes(std::span(stacks)), false, diagnostics);
  const auto room = monitor.symbol_size("monitor_regions");
  if (!room) return;
  std::vector<MonitorRegion> regions = monitor_regions(target, system, programs);
  // Too many: those of the first domains only.
  regions.resize(std::min<std::size_t>(regions.size(), *room / sizeof(MonitorRegion)));
  monitor.write("monitor_regions", std::as_bytes(std::span(regions)), false, diagnostics);
  monitor.write_word("monitor_regions_len", regions.size(), diagnostics);
}

std::uint64_t value_of(const System& system, const SetVar& variable) {
  if (const auto* value = std::get_if<std::uint64_t>(&variable.value)) return *value;
  const MemoryRegion& region = system.regions[variable.region];
  if (std::holds_alternative<SetVar::RegionSize>(variable.value)) return region.size;
  if (std::holds_alternative<SetVar::PrefillSize>(variable.value)) return region.prefill.size();
  return region.phys.value_or(0);
}

void patch_domain(const Source& source, const System& system, std::size_t index, Program& program,
                  Diagnostics& diagnostics) {
  const ProtectionDomain& domain = system.domains[index];
  std::uint64_t notifications = 0;
  std::uint64_t calls = 0;
  std::uint64_t irqs = 0;
  std::uint64_t ports = 0;
  for (const Channel& channel : system.channels) {
    for (const ChannelEnd* end : {&channel.a, &channel.b}) {
      if (end->domain != index) continue;
      if (end->notify) notifications |= std::uint64_t{1} << end->id;
      if (end->call) calls |= std::uint64_t{1} << end->id;
    }
  }
  for (const Irq& irq : domain.irqs) irqs |= std::uint64_t{1} << irq.id;
  for (const IoPort& port : domain.ports) ports |= std::uint64_t{1} << port.id;
  const std::string name = domain.name.substr(0, limit::name_length);
  program.write("microkit_name", std::as_bytes(std::span(name)), false, diagnostics);
  const std::byte passive{domain.passive ? std::uint8_t{1} : std::uint8_t{0}};
  program.write("microkit_passive", {&passive, 1}, false, diagnostics);
  program.write_word("microkit_irqs", irqs, diagnostics);
  program.write_word("microkit_notifications", notifications, diagnostics);
  program.write_word("microkit_pps", calls, diagnostics);
  program.write_word("microkit_ioports", ports, diagnostics);
  for (const SetVar& variable : domain.variables) {
    const std::size_t errors = diagnostics.error_count();
    program.write_word(variable.symbol, value_of(system, variable), diagnostics);
    if (diagnostics.error_count() == errors) continue;
    diagnostics.error(
        source, variable.span,
        fmt::format("the variable '{}' of '{}' cannot be set", variable.symbol, domain.name),
        "see the message on " + program.name());
  }
}

}  // namespace

void patch_programs(const Source& source, const Target& target, const System& system,
                    std::vector<Program>& programs, Diagnostics& diagnostics) {
  for (std::size_t i = 0; i < system.domains.size(); ++i) {
    patch_domain(source, system, i, programs[i], diagnostics);
  }
  patch_monitor(target, system, programs, diagnostics);
}

}  // namespace sel4::mk
