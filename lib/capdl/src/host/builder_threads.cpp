// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "builder.hpp"

#include <algorithm>

namespace sel4::capdl::detail {

namespace {

constexpr unsigned guard_shift = 6;

// As the kernel takes a CNode's guard in a word.
std::uint64_t cnode_data(const cap::CNode& cap) {
  return (cap.guard << guard_shift) | cap.guard_size;
}

std::uint32_t small(std::uint64_t value) { return static_cast<std::uint32_t>(value); }

}  // namespace

void Builder::add_irqs() {
  for (const IrqEntry& entry : spec_.irqs) {
    const Object& object = spec_.objects[entry.handler].object;
    const std::vector<SlotEntry>& slots = *slots_of(object);
    IrqRecord record{};
    record.slot = refs_[entry.handler];
    record.notification = ref_in<cap::Notification>(slots, irq_notification_slot);
    record.irq = entry.irq;
    if (const auto* cap = cap_in<cap::Notification>(slots, irq_notification_slot)) {
      record.badge = cap->badge;
      if (record.badge != 0) record.copy_slot = copy_slot();
    }
    record.kind = IrqKind::plain;
    if (const auto* arm = std::get_if<object::ArmIrq>(&object)) {
      record.kind = target_.smp != 0 ? IrqKind::trigger_core : IrqKind::trigger;
      record.arguments[0] = arm->extra.trigger;
      record.arguments[1] = small(arm->extra.target);
    } else if (const auto* riscv = std::get_if<object::RiscvIrq>(&object)) {
      record.kind = IrqKind::trigger;
      record.arguments[0] = riscv->extra.trigger;
    } else if (const auto* msi = std::get_if<object::IrqMsi>(&object)) {
      record.kind = IrqKind::msi;
      record.arguments[0] = small(msi->extra.pci_bus);
      record.arguments[1] = small(msi->extra.pci_dev);
      record.arguments[2] = small(msi->extra.pci_func);
      record.arguments[3] = small(msi->extra.handle);
    } else if (const auto* ioapic = std::get_if<object::IrqIOApic>(&object)) {
      record.kind = IrqKind::ioapic;
      record.arguments[0] = small(ioapic->extra.ioapic);
      record.arguments[1] = small(ioapic->extra.pin);
      record.arguments[2] = small(ioapic->extra.level);
      record.arguments[3] = small(ioapic->extra.polarity);
    }
    out_.irqs.push_back(record);
  }
  for (ObjectId id = 0; id < spec_.objects.size(); ++id) {
    if (const auto* ports = std::get_if<object::IOPorts>(&spec_.objects[id].object)) {
      out_.ports.push_back({.slot = refs_[id],
                            .first = static_cast<std::uint16_t>(ports->start_port),
                            .last = static_cast<std::uint16_t>(ports->end_port)});
    }
  }
}

void Builder::add_tcb(ObjectId id, const object::Tcb& tcb) {
  const object::TcbExtra& extra = tcb.extra;
  TcbRecord record{};
  record.slot = refs_[id];
  record.cspace = ref_in<cap::CNode>(tcb.slots, tcb_slot::cspace);
  record.vspace = ref_in<cap::PageTable>(tcb.slots, tcb_slot::vspace);
  record.ipc_buffer = ref_in<cap::Frame>(tcb.slots, tcb_slot::ipc_buffer);
  record.sched_context = ref_in<cap::SchedContext>(tcb.slots, tcb_slot::sched_context);
  record.fault_endpoint = ref_in<cap::Endpoint>(tcb.slots, tcb_slot::fault_endpoint);
  record.timeout_endpoint = ref_in<cap::Endpoint>(tcb.slots, tcb_slot::timeout_endpoint);
  record.notification = ref_in<cap::Notification>(tcb.slots, tcb_slot::bound_notification);
  record.vcpu = ref_in<cap::VCpu>(tcb.slots, tcb_slot::vcpu);
  record.ept_root = ref_in<cap::PageTable>(tcb.slots, tcb_slot::ept_root);
  record.cspace_data = cnode_data(*cap_in<cap::CNode>(tcb.slots, tcb_slot::cspace));
  record.ipc_buffer_address = extra.ipc_buffer_addr;
  record.fault_address = extra.master_fault_ep.value_or(0);
  record.core = small(extra.affinity);
  record.priority = extra.prio;
  record.max_priority = extra.max_prio;
  record.domain = extra.domain.value_or(0);
  record.flags = static_cast<std::uint8_t>((extra.fpu_disabled ? tcb_fpu_disabled : 0) |
                                           (extra.resume ? tcb_resume : 0) |
                                           (extra.domain ? tcb_has_domain : 0));
  if (const auto* fault = cap_in<cap::Endpoint>(tcb.slots, tcb_slot::fault_endpoint);
      fault != nullptr && (fault->badge != 0 || fault->rights != all_rights)) {
    record.flags |= tcb_mint_fault;
    record.fault_badge = fault->badge;
    record.fault_rights = right_bits(fault->rights);
    record.copy_slot = copy_slot();
  }
  const auto name = std::ranges::lower_bound(out_.names, id, {}, &NameRecord::object);
  record.name = name != out_.names.end() && name->object == id
                    ? small(static_cast<std::uint64_t>(name - out_.names.begin()))
                    : no_name;

  std::vector<std::uint64_t> registers(target_.register_count);
  registers[target_.register_pc] = extra.ip;
  registers[target_.register_sp] = extra.sp;
  for (std::size_t i = 0; i < extra.gprs.size(); ++i) {
    registers[target_.register_arguments[i]] = extra.gprs[i];
  }
  // New threads' registers are zeros; only what comes up to the last other value is written.
  // The initializer has two of them in message registers in any case.
  while (registers.size() > 2 && registers.back() == 0) registers.pop_back();
  record.first_register = small(out_.registers.size());
  record.register_count = static_cast<std::uint8_t>(registers.size());
  out_.registers.insert(out_.registers.end(), registers.begin(), registers.end());
  out_.tcbs.push_back(record);

  if (const auto* sched = cap_in<cap::SchedContext>(tcb.slots, tcb_slot::sched_context)) {
    cores_[sched->object] = record.core;
  }
}

void Builder::add_threads() {
  for (ObjectId id = 0; id < spec_.objects.size(); ++id) {
    if (const auto* tcb = std::get_if<object::Tcb>(&spec_.objects[id].object)) add_tcb(id, *tcb);
  }
  for (ObjectId id = 0; id < spec_.objects.size(); ++id) {
    if (const auto* sched = std::get_if<object::SchedContext>(&spec_.objects[id].object)) {
      out_.scheds.push_back({.slot = refs_[id],
                             .core = cores_[id],
                             .budget = sched->extra.budget,
                             .period = sched->extra.period,
                             .badge = sched->extra.badge});
    }
  }
}

void Builder::add_capabilities() {
  for (ObjectId id = 0; id < spec_.objects.size(); ++id) {
    const auto* cnode = std::get_if<object::CNode>(&spec_.objects[id].object);
    if (cnode == nullptr || cnode->slots.empty()) continue;
    out_.cnodes.push_back({.slot = refs_[id],
                           .first_cap = small(out_.caps.size()),
                           .cap_count = small(cnode->slots.size()),
                           .size_bits = cnode->size_bits});
    for (const SlotEntry& entry : cnode->slots) {
      CapRecord record{};
      record.index = entry.slot;
      record.source = refs_[object_of(entry.cap)];
      record.rights = all_right_bits;
      std::visit(
          [&](const auto& cap) {
            if constexpr (requires { cap.rights; }) record.rights = right_bits(cap.rights);
            if constexpr (requires { cap.badge; }) {
              record.badge = cap.badge;
              record.mint = cap.badge != 0 ? 1 : 0;
            }
            if constexpr (requires { cap.guard; }) {
              record.badge = cnode_data(cap);
              record.mint = record.badge != 0 ? 1 : 0;
            }
          },
          entry.cap);
      out_.caps.push_back(record);
    }
  }
}

void Builder::add_domains() {
  if (!spec_.domain_schedule) return;
  for (const DomainEntry& entry : *spec_.domain_schedule) {
    DomainRecord record{};
    record.domain = entry.domain;
    if (const auto* ticks = std::get_if<Ticks>(&entry.duration)) {
      record.duration = ticks->count;
    } else if (const auto* us = std::get_if<Microseconds>(&entry.duration)) {
      record.duration = us->count;
      record.unit = DurationUnit::microseconds;
    }
    out_.domains.push_back(record);
  }
}

}  // namespace sel4::capdl::detail
