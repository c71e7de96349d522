// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "reader.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace sel4::mk {

namespace {

void read_image(Reader& reader, const XmlElement& element, ProtectionDomain& domain) {
  Attributes attributes(reader, element, {"path", "path_for_symbols"});
  no_children(reader, element);
  if (domain.image_span.length != 0) {
    reader.error(element.span, "program_image must be there only once in a protection_domain",
                 "remove one", {{domain.image_span, "the other"}});
    return;
  }
  domain.image = attributes.required_name("path");
  domain.image_span = attributes.span("path");
  if (attributes.has("path_for_symbols")) {
    domain.image_for_symbols = attributes.required_name("path_for_symbols");
  }
}

void read_variable(Reader& reader, const XmlElement& element, ProtectionDomain& domain) {
  Attributes attributes(reader, element, {"symbol", "region_paddr"});
  no_children(reader, element);
  const std::string symbol = attributes.required("symbol");
  const std::string region = attributes.required("region_paddr");
  if (symbol.empty() && !attributes.has("symbol")) return;
  add_variable(reader, domain.variables,
               {.symbol = symbol,
                .value = SetVar::RegionPhys{},
                .region_name = region,
                .region = 0,
                .span = attributes.span("symbol"),
                .region_span = attributes.span("region_paddr")});
}

void read_stack(Reader& reader, Attributes& attributes, ProtectionDomain& domain) {
  domain.stack_size = attributes.number("stack_size", limit::default_stack,
                                        {limit::smallest_stack, limit::largest_stack});
  if (domain.stack_size % small_page != 0) {
    reader.error(
        attributes.span("stack_size"),
        fmt::format("the stack size {:#x} is not a multiple of the page size {:#x}",
                    domain.stack_size, small_page),
        fmt::format("the next that is: {:#x}", (domain.stack_size / small_page + 1) * small_page));
    domain.stack_size = limit::default_stack;
  }
}

void read_smc(Reader& reader, Attributes& attributes, ProtectionDomain& domain) {
  domain.smc = attributes.boolean("smc", false);
  if (!domain.smc) return;
  if (!reader.target.smc) {
    reader.error(attributes.span("smc"),
                 fmt::format("{} has no secure monitor calls", arch_name(reader.target.arch)),
                 "remove smc=\"true\"");
  } else if (!*reader.target.smc) {
    reader.error(
        attributes.span("smc"),
        fmt::format("the kernel of {} does not forward secure monitor calls", reader.target.name),
        "configure it with KernelAllowSMCCalls");
  }
}

void read_kernel_domain(Reader& reader, Attributes& attributes, ProtectionDomain& domain) {
  if (reader.domain_ids.empty()) {
    if (attributes.has("domain")) {
      reader.error(attributes.span("domain"),
                   fmt::format("the domain '{}' is given, but there is no domain schedule",
                               attributes.text("domain")),
                   "add <domains> before the protection domains");
    }
    return;
  }
  const std::string name = attributes.required("domain");
  if (!attributes.has("domain")) return;
  const auto found = reader.domain_ids.find(name);
  if (found == reader.domain_ids.end()) {
    reader.error(attributes.span("domain"),
                 fmt::format("the domain '{}' is not declared in <domains>", name),
                 fmt::format("add <domain name=\"{}\"/> there", name));
    return;
  }
  domain.domain = found->second;
}

void read_child(Reader& reader, const XmlElement& parent, const XmlElement& element,
                ProtectionDomain& domain, std::vector<XmlElement const*>& children) {
  const Target& target = reader.target;
  if (element.name == "program_image") {
    read_image(reader, element, domain);
  } else if (element.name == "map") {
    domain.maps.push_back(
        read_map(reader, element, &domain.variables, target.stack_bottom(domain.stack_size)));
  } else if (element.name == "irq") {
    if (auto irq = read_irq(reader, element, domain.variables)) {
      domain.irqs.push_back(std::move(*irq));
    }
  } else if (element.name == "ioport") {
    if (auto port = read_port(reader, element, domain.variables)) domain.ports.push_back(*port);
  } else if (element.name == "setvar") {
    read_variable(reader, element, domain);
  } else if (element.name == "protection_domain") {
    children.push_back(&element);
  } else if (element.name == "virtual_machine") {
    if (!target.hypervisor) {
      reader.error(element.span, fmt::format("the kernel of {} is no hypervisor", target.name),
                   target.arch == Arch::riscv64
                       ? "seL4 has no virtual machines on RISC-V"
                       : "configure it with KernelArmHypervisorSupport or KernelVTX");
    } else if (domain.vm) {
      reader.error(element.span, "virtual_machine must be there only once in a protection_domain",
                   "give each its own protection domain", {{domain.vm->span, "the other"}});
    } else {
      domain.vm = read_vm(reader, element, domain.variables);
    }
  } else if (element.name == "cspace") {
    // A second one was found before this is called.
    domain.caps = read_cspace(reader, element);
  } else {
    unexpected_element(reader, parent, element,
                       {"program_image", "map", "irq", "ioport", "setvar", "protection_domain",
                        "virtual_machine", "cspace"});
  }
}

}  // namespace

void read_budget(Reader& reader, Attributes& attributes, Scheduling& scheduling) {
  scheduling.budget_given = attributes.has("budget") || attributes.has("period");
  scheduling.budget_us = attributes.number("budget", limit::default_budget_us, {1});
  scheduling.period_us = attributes.number("period", scheduling.budget_us, {1});
  if (scheduling.budget_us > scheduling.period_us) {
    reader.error(attributes.span("period"),
                 fmt::format("the budget, {} us, is more than the period, {} us",
                             scheduling.budget_us, scheduling.period_us),
                 attributes.has("budget") ? "a thread can have all of its period at most"
                                          : "add a budget; without one it is 1000");
    scheduling.budget_us = scheduling.period_us;
  }
}

void read_domain(Reader& reader, const XmlElement& element, std::optional<std::size_t> parent,
                 std::vector<ProtectionDomain>& domains) {
  Attributes attributes =
      parent ? Attributes(reader, element,
                          {"name", "priority", "budget", "period", "passive", "stack_size", "smc",
                           "cpu", "domain", "fpu", "id", "setvar_id"})
             : Attributes(reader, element,
                          {"name", "priority", "budget", "period", "passive", "stack_size", "smc",
                           "cpu", "domain", "fpu"});
  ProtectionDomain domain;
  domain.span = element.span;
  domain.name = attributes.required_name("name");
  domain.name_span = attributes.span("name");
  domain.id_span = attributes.span("id");
  domain.parent = parent;
  if (parent) {
    domain.id = attributes.required_number("id", {0, limit::highest_id});
    if (attributes.has("setvar_id")) {
      add_variable(reader, domains[*parent].variables,
                   {.symbol = attributes.text("setvar_id"),
                    .value = domain.id,
                    .region_name = {},
                    .region = 0,
                    .span = attributes.span("setvar_id"),
                    .region_span = {}});
    }
  }
  read_budget(reader, attributes, domain.scheduling);
  domain.scheduling.priority =
      static_cast<std::uint8_t>(attributes.number("priority", 0, {0, limit::highest_priority}));
  domain.passive = attributes.boolean("passive", false);
  read_stack(reader, attributes, domain);
  read_smc(reader, attributes, domain);
  domain.cpu =
      static_cast<std::uint32_t>(attributes.number("cpu", 0, {0, reader.target.cores - 1}));
  domain.fpu = attributes.boolean("fpu", true);
  read_kernel_domain(reader, attributes, domain);

  std::vector<XmlElement const*> children;
  const XmlElement* cspace = nullptr;
  for (const XmlElement& child : element.children) {
    if (child.name == "cspace") {
      if (cspace != nullptr) {
        reader.error(child.span, "cspace must be there only once in a protection_domain",
                     "put all capabilities into one", {{cspace->span, "the other"}});
        continue;
      }
      cspace = &child;
    }
    read_child(reader, element, child, domain, children);
  }
  if (domain.image_span.length == 0 &&
      std::ranges::none_of(element.children,
                           [](const XmlElement& e) { return e.name == "program_image"; })) {
    reader.error(
        element.span,
        fmt::format("missing element 'program_image' in protection domain '{}'", domain.name),
        "add <program_image path=\"...\"/>");
  }
  domain.has_children = !children.empty();
  const std::size_t self = domains.size();
  domains.push_back(std::move(domain));
  for (const XmlElement* child : children) read_domain(reader, *child, self, domains);
}

}  // namespace sel4::mk
