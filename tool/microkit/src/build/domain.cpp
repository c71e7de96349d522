// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "spec_builder.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace sel4::mk {

namespace {

constexpr std::uint64_t monitor_stack = 0x1000;
constexpr std::uint8_t monitor_priority = 255;
constexpr std::uint8_t word_bits = 64;

}  // namespace

void SpecBuilder::add_monitor() {
  const std::string name = monitor_name;
  AddressSpace space(*this, name, AddressSpace::Kind::program);
  space.map_program(programs.back());
  space.map(target.stack_bottom(monitor_stack), small_page,
            frame_cap(add_frame("frame_monitor_stack"), read_write));
  const auto ipc_buffer = frame_cap(add_frame("frame_ipcbuf_monitor"), read_write);
  space.map(target.ipc_buffer(), small_page, ipc_buffer);

  monitor_.vspace = space.root();
  monitor_.endpoint = add("ep_fault_monitor", capdl::object::Endpoint{});
  const auto reply = add("reply_monitor", capdl::object::Reply{});
  monitor_.sched_context =
      add("sched_context_monitor",
          capdl::object::SchedContext{.size_bits = sched_context_bits,
                                      .extra = {.period = limit::default_budget_us,
                                                .budget = limit::default_budget_us,
                                                .badge = 0}});
  monitor_.cnode = add("cnode_monitor", capdl::object::CNode{.size_bits = cnode_bits, .slots = {}});
  put(monitor_.cnode, monitor_slot::fault_endpoint, endpoint_cap(monitor_.endpoint, 0));
  put(monitor_.cnode, monitor_slot::reply, plain_cap<capdl::cap::Reply>(reply));

  capdl::object::Tcb tcb;
  tcb.extra = {.ipc_buffer_addr = target.ipc_buffer(),
               .affinity = 0,
               .prio = monitor_priority,
               .max_prio = monitor_priority,
               .fpu_disabled = false,
               .resume = true,
               .domain = std::uint8_t{0},
               .ip = programs.back().entry(),
               .sp = target.stack_top(),
               .gprs = {},
               .master_fault_ep = {}};
  monitor_.tcb = add("tcb_monitor", std::move(tcb));
  put(monitor_.tcb, capdl::tcb_slot::cspace,
      capdl::cap::CNode{.object = monitor_.cnode,
                        .guard = 0,
                        .guard_size = static_cast<std::uint8_t>(word_bits - cnode_bits)});
  put(monitor_.tcb, capdl::tcb_slot::vspace, plain_cap<capdl::cap::PageTable>(monitor_.vspace));
  put(monitor_.tcb, capdl::tcb_slot::ipc_buffer, ipc_buffer);
  put(monitor_.tcb, capdl::tcb_slot::sched_context,
      plain_cap<capdl::cap::SchedContext>(monitor_.sched_context));

  const auto wants_smc = [](const ProtectionDomain& domain) { return domain.smc; };
  if (std::ranges::any_of(system.domains, wants_smc))
    smc_ = add("arm_smc", capdl::object::ArmSmc{});
}

void SpecBuilder::add_domain(std::size_t index) {
  const ProtectionDomain& domain = system.domains[index];
  const std::string& name = domain.name;
  const auto number = static_cast<std::uint32_t>(index);
  AddressSpace space(*this, name, AddressSpace::Kind::program);
  space.map_program(programs[index]);
  for (const Map& map : domain.maps) {
    space.map_region(map, region_frames_[map.region], system.regions[map.region].page_size);
  }
  const auto ipc_buffer = frame_cap(add_frame("frame_ipcbuf_" + name), read_write);
  space.map(target.ipc_buffer(), small_page, ipc_buffer);
  const std::uint64_t stack = target.stack_bottom(domain.stack_size);
  for (std::uint64_t offset = 0; offset < domain.stack_size; offset += small_page) {
    const auto frame = add_frame(fmt::format("frame_{}_stack_{:09}", name, offset / small_page));
    space.map(stack + offset, small_page, frame_cap(frame, read_write));
  }

  DomainObjects objects;
  objects.vspace = space.root();
  objects.notification = add("ntfn_" + name, capdl::object::Notification{});
  const bool endpoint = system.needs_endpoint(index);
  if (endpoint) objects.endpoint = add("ep_" + name, capdl::object::Endpoint{});
  const auto reply = add("reply_" + name, capdl::object::Reply{});
  objects.sched_context =
      add("sched_context_" + name,
          capdl::object::SchedContext{.size_bits = sched_context_bits,
                                      .extra = {.period = domain.scheduling.period_us,
                                                .budget = domain.scheduling.budget_us,
                                                .badge = sched_context_badge + index}});
  objects.cnode = add("cnode_" + name, capdl::object::CNode{.size_bits = cnode_bits, .slots = {}});
  objects.root_cnode = add("cnode_" + name + "_root",
                           capdl::object::CNode{.size_bits = root_cnode_bits, .slots = {}});
  put(objects.root_cnode, 0,
      capdl::cap::CNode{
          .object = objects.cnode,
          .guard = 0,
          .guard_size = static_cast<std::uint8_t>(word_bits - cnode_bits - root_cnode_bits)});

  capdl::object::Tcb tcb;
  tcb.extra = {.ipc_buffer_addr = target.ipc_buffer(),
               .affinity = domain.cpu,
               .prio = domain.scheduling.priority,
               .max_prio = domain.scheduling.priority,
               .fpu_disabled = !domain.fpu,
               .resume = true,
               .domain = domain.domain,
               .ip = programs[index].entry(),
               .sp = target.stack_top(),
               .gprs = {},
               .master_fault_ep = {}};
  objects.tcb = add("tcb_" + name, std::move(tcb));
  const capdl::ObjectId cnode = objects.cnode;

  // Faults go to the parent, as calls with a badge of their own, or else to the monitor.
  auto fault = endpoint_cap(monitor_.endpoint, number + 1);
  if (domain.parent) {
    const DomainObjects& parent = domains_[*domain.parent];
    fault = endpoint_cap(parent.endpoint, fault_badge | domain.id);
    put(parent.cnode, slot::child_tcbs + static_cast<std::uint32_t>(domain.id),
        plain_cap<capdl::cap::Tcb>(objects.tcb));
  }
  put(objects.tcb, capdl::tcb_slot::cspace,
      capdl::cap::CNode{.object = objects.root_cnode, .guard = 0, .guard_size = 0});
  put(objects.tcb, capdl::tcb_slot::vspace, plain_cap<capdl::cap::PageTable>(objects.vspace));
  put(objects.tcb, capdl::tcb_slot::ipc_buffer, ipc_buffer);
  put(objects.tcb, capdl::tcb_slot::fault_endpoint, fault);
  put(objects.tcb, capdl::tcb_slot::sched_context,
      plain_cap<capdl::cap::SchedContext>(objects.sched_context));
  put(objects.tcb, capdl::tcb_slot::bound_notification, notification_cap(objects.notification, 0));

  if (endpoint) {
    put(cnode, slot::input, endpoint_cap(objects.endpoint, 0));
  } else {
    put(cnode, slot::input, notification_cap(objects.notification, 0));
  }
  put(cnode, slot::fault_endpoint, fault);
  put(cnode, slot::vspace, plain_cap<capdl::cap::PageTable>(objects.vspace));
  put(cnode, slot::reply, plain_cap<capdl::cap::Reply>(reply));
  if (domain.passive)
    put(cnode, slot::monitor_endpoint, endpoint_cap(monitor_.endpoint, number + 1));
  if (target.benchmark) put(cnode, slot::own_tcb, plain_cap<capdl::cap::Tcb>(objects.tcb));
  if (domain.smc) put(cnode, slot::smc, plain_cap<capdl::cap::ArmSmc>(smc_));
  for (const Irq& irq : domain.irqs) add_irq(index, irq, objects);
  for (const IoPort& port : domain.ports) {
    const auto ports = add(fmt::format("ioports_{:#x}_{}", port.address, name),
                           capdl::object::IOPorts{.start_port = port.address,
                                                  .end_port = port.address + port.size - 1});
    put(cnode, slot::io_ports + static_cast<std::uint32_t>(port.id),
        plain_cap<capdl::cap::IOPorts>(ports));
  }
  if (domain.vm) add_vm(index, objects);

  put(monitor_.cnode, monitor_slot::tcbs + number, plain_cap<capdl::cap::Tcb>(objects.tcb));
  if (domain.passive) {
    put(monitor_.cnode, monitor_slot::sched_contexts + number,
        plain_cap<capdl::cap::SchedContext>(objects.sched_context));
    put(monitor_.cnode, monitor_slot::notifications + number,
        notification_cap(objects.notification, 0));
  }
  domains_.push_back(objects);
}

}  // namespace sel4::mk
