// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "spec_builder.hpp"

#include <fmt/format.h>

/// Interrupts and virtual machines.
namespace sel4::mk {

void SpecBuilder::add_irq(std::size_t index, const Irq& irq, const DomainObjects& objects) {
  const ProtectionDomain& domain = system.domains[index];
  const std::string name = fmt::format("irq_{}_{}", irq.number(), domain.name);
  const capdl::SlotEntry notification{
      capdl::irq_notification_slot,
      notification_cap(objects.notification, std::uint64_t{1} << irq.id)};
  capdl::ObjectId object = 0;
  capdl::Cap handler;
  if (const auto* plain = std::get_if<PlainIrq>(&irq.kind)) {
    const std::uint8_t trigger = plain->edge ? 1 : 0;
    if (target.arch == Arch::riscv64) {
      object = add(name,
                   capdl::object::RiscvIrq{.slots = {notification}, .extra = {.trigger = trigger}});
      handler = plain_cap<capdl::cap::RiscvIrqHandler>(object);
    } else {
      object =
          add(name, capdl::object::ArmIrq{.slots = {notification},
                                          .extra = {.trigger = trigger, .target = domain.cpu}});
      handler = plain_cap<capdl::cap::ArmIrqHandler>(object);
    }
  } else if (const auto* ioapic = std::get_if<IoApicIrq>(&irq.kind)) {
    object = add(name, capdl::object::IrqIOApic{.slots = {notification},
                                                .extra = {.ioapic = ioapic->ioapic,
                                                          .pin = ioapic->pin,
                                                          .level = ioapic->level ? 1U : 0U,
                                                          .polarity = ioapic->low ? 1U : 0U}});
    handler = plain_cap<capdl::cap::IrqIOApicHandler>(object);
  } else {
    const auto& msi = std::get<MsiIrq>(irq.kind);
    object = add(name, capdl::object::IrqMsi{.slots = {notification},
                                             .extra = {.handle = msi.handle,
                                                       .pci_bus = msi.device.bus,
                                                       .pci_dev = msi.device.device,
                                                       .pci_func = msi.device.function}});
    handler = plain_cap<capdl::cap::IrqMsiHandler>(object);
  }
  spec.irqs.push_back({.irq = irq.number(), .handler = object});
  put(objects.cnode, slot::irqs + static_cast<std::uint32_t>(irq.id), handler);
}

void SpecBuilder::add_vm(std::size_t index, const DomainObjects& objects) {
  const VirtualMachine& vm = *system.domains[index].vm;
  const bool x86 = target.arch == Arch::x86_64;
  AddressSpace space(*this, vm.name, x86 ? AddressSpace::Kind::ept : AddressSpace::Kind::program);
  for (const Map& map : vm.maps) {
    space.map_region(map, region_frames_[map.region], system.regions[map.region].page_size);
  }
  if (!x86) {
    for (std::size_t i = 0; i < vm.vcpus.size(); ++i) add_vcpu(index, i, objects, space.root());
    return;
  }
  // The guest runs on the domain's thread.
  const VirtualCpu& vcpu = vm.vcpus.front();
  const auto object = add(fmt::format("vcpu_{}_{}", vm.name, vcpu.id), capdl::object::VCpu{});
  put(objects.tcb, capdl::tcb_slot::vcpu, plain_cap<capdl::cap::VCpu>(object));
  put(objects.tcb, capdl::tcb_slot::ept_root, plain_cap<capdl::cap::PageTable>(space.root()));
  put(objects.cnode, slot::vcpus + static_cast<std::uint32_t>(vcpu.id),
      plain_cap<capdl::cap::VCpu>(object));
}

void SpecBuilder::add_vcpu(std::size_t index, std::size_t number, const DomainObjects& objects,
                           capdl::ObjectId vspace) {
  const ProtectionDomain& domain = system.domains[index];
  const VirtualMachine& vm = *domain.vm;
  const VirtualCpu& vcpu = vm.vcpus[number];
  const auto id = static_cast<std::uint32_t>(vcpu.id);
  const std::string name = fmt::format("{}_{}", vm.name, vcpu.id);
  const auto cnode =
      add("cnode_" + name, capdl::object::CNode{.size_bits = cnode_bits, .slots = {}});
  const auto sched_context =
      add("sched_context_" + name,
          capdl::object::SchedContext{.size_bits = sched_context_bits,
                                      .extra = {.period = vm.scheduling.period_us,
                                                .budget = vm.scheduling.budget_us,
                                                .badge = sched_context_badge + number}});
  const auto object = add("vcpu_" + name, capdl::object::VCpu{});
  capdl::object::Tcb tcb;
  // Its domain starts it, and says where.
  tcb.extra = {.ipc_buffer_addr = 0,
               .affinity = vcpu.cpu.value_or(domain.cpu),
               .prio = vm.scheduling.priority,
               .max_prio = vm.scheduling.priority,
               .fpu_disabled = false,
               .resume = false,
               .domain = {},
               .ip = 0,
               .sp = 0,
               .gprs = {},
               .master_fault_ep = {}};
  const auto thread = add("tcb_" + name, std::move(tcb));
  put(thread, capdl::tcb_slot::cspace,
      capdl::cap::CNode{.object = cnode, .guard = 0, .guard_size = 64 - cnode_bits});
  put(thread, capdl::tcb_slot::vspace, plain_cap<capdl::cap::PageTable>(vspace));
  put(thread, capdl::tcb_slot::ipc_buffer,
      frame_cap(add_frame("frame_ipcbuf_" + name), read_write));
  put(thread, capdl::tcb_slot::fault_endpoint,
      endpoint_cap(objects.endpoint, fault_badge | vcpu.id));
  put(thread, capdl::tcb_slot::sched_context, plain_cap<capdl::cap::SchedContext>(sched_context));
  put(thread, capdl::tcb_slot::vcpu, plain_cap<capdl::cap::VCpu>(object));
  put(objects.cnode, slot::vcpus + id, plain_cap<capdl::cap::VCpu>(object));
  put(objects.cnode, slot::vm_tcbs + id, plain_cap<capdl::cap::Tcb>(thread));
  put(monitor_.cnode, monitor_slot::vm_tcbs + vcpu_count_, plain_cap<capdl::cap::Tcb>(thread));
  ++vcpu_count_;
}

}  // namespace sel4::mk
