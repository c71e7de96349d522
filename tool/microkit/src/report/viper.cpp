// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <sel4/mk/output.hpp>

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace sel4::mk {

namespace {

using Numbers = std::vector<std::uint64_t>;

// Definitions of the language of Viper, one for each set of numbers; every one also in a form that
// takes the verifier's state.
void define_set(std::string& text, std::string_view name, Numbers numbers, bool sorted) {
  if (sorted) {
    std::ranges::sort(numbers);
    numbers.erase(std::ranges::unique(numbers).begin(), numbers.end());
  }
  if (numbers.empty()) {
    text += fmt::format("define {}(x) (false)\n", name);
  } else {
    text += fmt::format("define {}(x) (x in Set({}))\n", name, fmt::join(numbers, ","));
  }
  text += fmt::format("define f_{0}(heap,gv,x) ({0}(x))\n", name);
}

void add_channels(std::string& text, const System& system, std::size_t index) {
  Numbers protected_from;
  Numbers calls;
  Numbers notified_from;
  Numbers notifies;
  Numbers irqs;
  Numbers children;
  for (const Irq& irq : system.domains[index].irqs) {
    notified_from.push_back(irq.id);
    irqs.push_back(irq.id);
  }
  for (const Channel& channel : system.channels) {
    const bool first = channel.a.domain == index;
    if (!first && channel.b.domain != index) continue;
    const ChannelEnd& own = first ? channel.a : channel.b;
    const ChannelEnd& other = first ? channel.b : channel.a;
    if (own.call) calls.push_back(own.id);
    if (other.call) protected_from.push_back(own.id);
    if (other.notify) notified_from.push_back(own.id);
    if (own.notify) notifies.push_back(own.id);
  }
  for (const ProtectionDomain& domain : system.domains) {
    if (domain.parent == index) children.push_back(domain.id);
  }
  define_set(text, "mk_is_protected_source", protected_from, false);
  define_set(text, "mk_is_ppcall_target", calls, false);
  define_set(text, "mk_is_notified_source", notified_from, false);
  define_set(text, "mk_is_notify_target", notifies, false);
  define_set(text, "mk_is_irq_channel", irqs, false);
  define_set(text, "mk_is_child", children, false);
}

/// The slots of a CNode that hold capabilities of one of the given types.
template <class... T>
Numbers slots_with(const capdl::object::CNode& cnode) {
  Numbers slots;
  for (const capdl::SlotEntry& entry : cnode.slots) {
    if (sizeof...(T) == 0 || (std::holds_alternative<T>(entry.cap) || ...)) {
      slots.push_back(entry.slot);
    }
  }
  return slots;
}

void add_caps(std::string& text, const capdl::object::CNode& cnode) {
  namespace cap = capdl::cap;
  define_set(text, "pansel4_has_cap", slots_with<>(cnode), true);
  define_set(text, "pansel4_has_endpoint_cap", slots_with<cap::Endpoint>(cnode), true);
  define_set(text, "pansel4_has_notification_cap", slots_with<cap::Notification>(cnode), true);
  define_set(text, "pansel4_has_reply_cap", slots_with<cap::Reply>(cnode), true);
  define_set(text, "pansel4_has_page_table_cap", slots_with<cap::PageTable>(cnode), true);
  define_set(text, "pansel4_has_irq_handler_cap",
             slots_with<cap::IrqHandler, cap::ArmIrqHandler, cap::RiscvIrqHandler,
                        cap::IrqMsiHandler, cap::IrqIOApicHandler>(cnode),
             true);
  define_set(text, "pansel4_has_tcb_cap", slots_with<cap::Tcb>(cnode), true);
  define_set(text, "pansel4_has_vcpu_cap", slots_with<cap::VCpu>(cnode), true);
  define_set(text, "pansel4_has_ioport_cap", slots_with<cap::IOPorts>(cnode), true);
  define_set(text, "pansel4_has_arm_smc_cap", slots_with<cap::ArmSmc>(cnode), true);
}

void add_memory(std::string& text, const System& system, std::size_t index) {
  std::vector<std::string> readable;
  std::vector<std::string> writable;
  for (std::size_t i = 0; i < system.regions.size(); ++i) {
    const MemoryRegion& region = system.regions[i];
    for (const Map& map : system.domains[index].maps) {
      if (map.region != i) continue;
      text += fmt::format("define mem_{}_contains(x) ({} <= x && x < {})\n", region.name,
                          map.address, map.address + region.size);
      readable.push_back(fmt::format("mem_{}_contains(x)", region.name));
      if (map.permissions.write) writable.push_back(readable.back());
    }
  }
  const auto define = [&](const char* name, const std::vector<std::string>& ranges) {
    text += fmt::format("define mem_{}(x) ({})\n", name,
                        ranges.empty() ? "false" : fmt::format("{}", fmt::join(ranges, " || ")));
    text += fmt::format("define f_mem_{0}(heap,gv,x) (mem_{0}(x))\n", name);
  };
  define("readable", readable);
  define("writeable", writable);
}

}  // namespace

std::string viper_text(const System& system, std::size_t domain, const capdl::Spec& spec,
                       const std::string& description) {
  std::string text = fmt::format("// exported invariants for PD {} in {}\n",
                                 system.domains[domain].name, description);
  add_channels(text, system, domain);
  const std::string name = "cnode_" + system.domains[domain].name;
  for (const capdl::NamedObject& object : spec.objects) {
    const auto* cnode = std::get_if<capdl::object::CNode>(&object.object);
    if (cnode != nullptr && object.name == name) {
      add_caps(text, *cnode);
      break;
    }
  }
  add_memory(text, system, domain);
  return text;
}

}  // namespace sel4::mk
