// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "diagram.hpp"

#include <fmt/format.h>

namespace sel4::mk {

namespace {

/// A string of the DOT language.
std::string dot_string(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    if (c == '\n') {
      result += "\\n";
    } else {
      result += c;
    }
  }
  return result + "\"";
}

}  // namespace

std::string map_label(const Map& map) {
  std::string text;
  if (map.permissions.read) text += 'r';
  if (map.permissions.write) text += 'w';
  if (map.permissions.execute) text += 'x';
  return map.cached ? text : text + " uncached";
}

std::string domain_label(const ProtectionDomain& domain) {
  std::string text = fmt::format("priority {}", domain.scheduling.priority);
  if (domain.scheduling.budget_given) {
    text += fmt::format(", {} of {} us", domain.scheduling.budget_us, domain.scheduling.period_us);
  }
  if (domain.passive) text += ", passive";
  if (domain.cpu != 0) text += fmt::format(", core {}", domain.cpu);
  if (domain.domain) text += fmt::format(", domain {}", *domain.domain);
  return text;
}

std::string end_label(const ChannelEnd& end) {
  std::string text = std::to_string(end.id);
  if (end.call) text += " call";
  if (end.notify) text += end.call ? "+notify" : " notify";
  return text;
}

std::string irq_label(const Irq& irq) {
  return fmt::format("irq {} (id {})", irq.number(), irq.id);
}

std::string diagram_dot(const System& system) {
  std::string text =
      "digraph system {\n"
      "  rankdir=LR;\n"
      "  node [fontname=\"sans-serif\"];\n"
      "  edge [fontname=\"sans-serif\", fontsize=10];\n";
  for (std::size_t i = 0; i < system.domains.size(); ++i) {
    const ProtectionDomain& domain = system.domains[i];
    text += fmt::format("  d{} [shape=box, style={}, label={}];\n", i,
                        domain.passive ? "\"rounded,dashed\"" : "rounded",
                        dot_string(domain.name + "\n" + domain_label(domain)));
    for (std::size_t k = 0; k < domain.irqs.size(); ++k) {
      text += fmt::format("  i{0}_{1} [shape=plaintext, label={2}];\n  i{0}_{1} -> d{0};\n", i, k,
                          dot_string(irq_label(domain.irqs[k])));
    }
    if (domain.parent) {
      text += fmt::format("  d{} -> d{} [style=dotted, label=\"child {}\"];\n", *domain.parent, i,
                          domain.id);
    }
    if (domain.vm) {
      text += fmt::format(
          "  v{0} [shape=box3d, label={1}];\n  d{0} -> v{0} [style=dotted];\n", i,
          dot_string(fmt::format("{}\n{} vcpu", domain.vm->name, domain.vm->vcpus.size())));
    }
  }
  for (std::size_t i = 0; i < system.regions.size(); ++i) {
    const MemoryRegion& region = system.regions[i];
    std::string label = region.name + "\n" + human_size(region.size);
    if (region.phys) label += fmt::format(" at {:#x}", *region.phys);
    text += fmt::format("  r{} [shape=cylinder, label={}];\n", i, dot_string(label));
  }
  for (std::size_t i = 0; i < system.domains.size(); ++i) {
    for (const Map& map : system.domains[i].maps) {
      text += fmt::format("  d{} -> r{} [dir={}, color=gray40, label={}];\n", i, map.region,
                          map.permissions.write ? "both" : "back", dot_string(map_label(map)));
    }
    if (!system.domains[i].vm) continue;
    for (const Map& map : system.domains[i].vm->maps) {
      text += fmt::format("  v{} -> r{} [dir={}, color=gray40, label={}];\n", i, map.region,
                          map.permissions.write ? "both" : "back", dot_string(map_label(map)));
    }
  }
  for (std::size_t i = 0; i < system.io_spaces.size(); ++i) {
    text += fmt::format("  s{} [shape=component, label={}];\n", i,
                        dot_string(system.io_spaces[i].name));
    for (const Map& map : system.io_spaces[i].maps) {
      text += fmt::format("  s{} -> r{} [color=gray40, label={}];\n", i, map.region,
                          dot_string(map_label(map)));
    }
  }
  for (const Channel& channel : system.channels) {
    const bool a = channel.a.notify || channel.a.call;
    const bool b = channel.b.notify || channel.b.call;
    text += fmt::format(
        "  d{} -> d{} [dir={}, color={}, taillabel={}, headlabel={}, constraint=false];\n",
        channel.a.domain, channel.b.domain,
        a && b ? "both" : (a ? "forward" : (b ? "back" : "none")),
        channel.a.call || channel.b.call ? "blue" : "black", dot_string(end_label(channel.a)),
        dot_string(end_label(channel.b)));
  }
  return text + "}\n";
}

}  // namespace sel4::mk
