// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "reader.hpp"

#include <fmt/format.h>

namespace sel4::mk {

VirtualMachine read_vm(Reader& reader, const XmlElement& element, std::vector<SetVar>& variables) {
  const Target& target = reader.target;
  const bool own_thread = target.arch == Arch::aarch64;
  // On x86_64 a virtual CPU runs on the thread of its domain.
  Attributes attributes =
      own_thread ? Attributes(reader, element, {"name", "budget", "period", "priority"})
                 : Attributes(reader, element, {"name"});
  VirtualMachine vm;
  vm.span = element.span;
  vm.name = attributes.required_name("name");
  if (own_thread) {
    read_budget(reader, attributes, vm.scheduling);
    vm.scheduling.priority =
        static_cast<std::uint8_t>(attributes.number("priority", 0, {0, limit::highest_priority}));
  }
  for (const XmlElement& child : element.children) {
    if (child.name == "map") {
      vm.maps.push_back(read_map(reader, child, nullptr, target.user_top + 1));
      continue;
    }
    if (child.name != "vcpu") {
      unexpected_element(reader, element, child, {"vcpu", "map"});
      continue;
    }
    Attributes vcpu_attributes(reader, child, {"id", "setvar_id", "cpu"});
    no_children(reader, child);
    VirtualCpu vcpu;
    vcpu.span = child.span;
    vcpu.id = vcpu_attributes.required_decimal("id", {0, limit::highest_id});
    if (vcpu_attributes.has("cpu")) {
      vcpu.cpu =
          static_cast<std::uint32_t>(vcpu_attributes.number("cpu", 0, {0, target.cores - 1}));
    }
    if (vcpu_attributes.has("setvar_id")) {
      add_variable(reader, variables,
                   {.symbol = vcpu_attributes.text("setvar_id"),
                    .value = vcpu.id,
                    .region_name = {},
                    .region = 0,
                    .span = vcpu_attributes.span("setvar_id"),
                    .region_span = {}});
    }
    for (const VirtualCpu& other : vm.vcpus) {
      if (other.id == vcpu.id) {
        reader.error(vcpu_attributes.span("id"),
                     fmt::format("two virtual CPUs of '{}' have the id {}", vm.name, vcpu.id),
                     "give each its own", {{other.span, "the other"}});
      }
    }
    vm.vcpus.push_back(vcpu);
  }
  if (vm.vcpus.empty()) {
    reader.error(element.span,
                 fmt::format("missing element 'vcpu' in virtual machine '{}'", vm.name),
                 "add <vcpu id=\"0\"/>");
  }
  if (target.arch == Arch::x86_64 && vm.vcpus.size() > 1) {
    reader.error(vm.vcpus[1].span, "a virtual machine has one virtual CPU only on x86_64",
                 "remove the others");
  }
  return vm;
}

std::vector<CapMap> read_cspace(Reader& reader, const XmlElement& element) {
  const Attributes attributes(reader, element, {});
  std::vector<CapMap> caps;
  for (const XmlElement& child : element.children) {
    CapMap cap;
    cap.span = child.span;
    if (child.name == "cap_tcb") {
      cap.type = CapMap::Type::tcb;
    } else if (child.name == "cap_sc") {
      cap.type = CapMap::Type::sched_context;
    } else if (child.name == "cap_vspace") {
      cap.type = CapMap::Type::vspace;
    } else {
      unexpected_element(reader, element, child, {"cap_tcb", "cap_sc", "cap_vspace"});
      continue;
    }
    Attributes child_attributes(reader, child, {"slot", "pd"});
    no_children(reader, child);
    cap.domain_name = child_attributes.required("pd");
    cap.domain_span = child_attributes.span("pd");
    cap.slot_span = child_attributes.span("slot");
    cap.slot = child_attributes.required_number("slot");
    if (!child_attributes.has("slot")) continue;
    if (cap.slot == 0) {
      reader.error(cap.slot_span, "slot 0 is where the domain's own capabilities are",
                   fmt::format("use one of 1 to {}", limit::usable_cap_slots - 1));
    } else if (cap.slot >= limit::cap_slots) {
      reader.error(cap.slot_span,
                   fmt::format("slot {} is not there; there are {}", cap.slot, limit::cap_slots),
                   fmt::format("use one of 1 to {}", limit::usable_cap_slots - 1));
    } else if (cap.slot >= limit::usable_cap_slots) {
      // Accepted by the format's other tool, which then makes a CNode without such a slot.
      reader.error(cap.slot_span,
                   fmt::format("slot {} is not in the domain's CNode, which has {}", cap.slot,
                               limit::usable_cap_slots),
                   fmt::format("use one of 1 to {}", limit::usable_cap_slots - 1));
    }
    caps.push_back(std::move(cap));
  }
  return caps;
}

}  // namespace sel4::mk
