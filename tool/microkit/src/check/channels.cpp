// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "check.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <unordered_map>

namespace sel4::mk {

namespace {

/// The ids that a domain has given to channels and interrupts.
using Ids = std::unordered_map<std::uint64_t, Span>;

void take_id(const Checked& checked, const ProtectionDomain& domain, Ids& ids, std::uint64_t id,
             Span span) {
  const auto [other, added] = ids.try_emplace(id, span);
  if (added) return;
  checked.error(span,
                fmt::format("the id {} is there twice in protection domain '{}'", id, domain.name),
                "channels and interrupts of a domain share one row of ids; give each its own",
                {{other->second, "the other"}});
}

void check_call(const Checked& checked, const System& system, const ChannelEnd& caller,
                const ChannelEnd& callee) {
  if (!caller.call) return;
  const ProtectionDomain& from = system.domains[caller.domain];
  const ProtectionDomain& to = system.domains[callee.domain];
  if (from.scheduling.priority >= to.scheduling.priority) {
    checked.error(caller.span,
                  fmt::format("protected calls must go to a strictly higher priority: '{}' with "
                              "priority {} calls '{}' with priority {}",
                              from.name, from.scheduling.priority, to.name, to.scheduling.priority),
                  fmt::format("raise the priority of '{}' to {} or more", to.name,
                              from.scheduling.priority + 1),
                  {{from.span, "the caller"}, {to.span, "the callee"}});
  }
  if (checked.target.arch == Arch::x86_64 && to.vm) {
    checked.error(caller.span,
                  fmt::format("'{}' calls '{}', which has a virtual machine", from.name, to.name),
                  "on x86_64 a guest that runs keeps its domain from hearing calls; notify it "
                  "instead",
                  {{to.vm->span, "the virtual machine"}});
  }
}

void check_irqs(const Checked& checked, const System& system, std::vector<Ids>& ids) {
  std::unordered_map<std::uint64_t, Span> numbers;
  for (std::size_t i = 0; i < system.domains.size(); ++i) {
    const ProtectionDomain& domain = system.domains[i];
    for (const Irq& irq : domain.irqs) {
      const auto [other, added] = numbers.try_emplace(irq.number(), irq.span);
      if (!added) {
        checked.error(irq.span,
                      fmt::format("{} {} is there twice, here in protection domain '{}'",
                                  checked.target.arch == Arch::x86_64 ? "vector" : "interrupt",
                                  irq.number(), domain.name),
                      "one domain handles an interrupt and notifies others",
                      {{other->second, "the other"}});
      }
      take_id(checked, domain, ids[i], irq.id, irq.id_span);
    }
  }
}

void check_ports(const Checked& checked, const System& system) {
  struct Use {
    const ProtectionDomain* domain;
    const IoPort* port;
  };
  std::vector<Use> uses;
  for (const ProtectionDomain& domain : system.domains) {
    Ids ids;
    for (const IoPort& port : domain.ports) {
      const auto [other, added] = ids.try_emplace(port.id, port.id_span);
      if (!added) {
        checked.error(port.id_span,
                      fmt::format("two I/O ports of protection domain '{}' have the id {}",
                                  domain.name, port.id),
                      "give each its own", {{other->second, "the other"}});
      }
      uses.push_back({&domain, &port});
    }
  }
  std::ranges::stable_sort(uses, {}, [](const Use& use) { return use.port->address; });
  for (std::size_t i = 1; i < uses.size(); ++i) {
    const IoPort& before = *uses[i - 1].port;
    const IoPort& port = *uses[i].port;
    if (port.address >= before.address + before.size) continue;
    checked.error(
        port.span,
        fmt::format("I/O ports {:#x} to {:#x} of '{}' overlap ports {:#x} to {:#x} of '{}'",
                    port.address, port.address + port.size - 1, uses[i].domain->name,
                    before.address, before.address + before.size - 1, uses[i - 1].domain->name),
        "each port belongs to one domain, once", {{before.span, "the others"}});
  }
}

}  // namespace

void check_channels(const Checked& checked, const System& system) {
  std::vector<Ids> ids(system.domains.size());
  check_irqs(checked, system, ids);
  for (const Channel& channel : system.channels) {
    for (const ChannelEnd* end : {&channel.a, &channel.b}) {
      take_id(checked, system.domains[end->domain], ids[end->domain], end->id, end->id_span);
    }
    check_call(checked, system, channel.a, channel.b);
    check_call(checked, system, channel.b, channel.a);
  }
  check_ports(checked, system);
}

}  // namespace sel4::mk
