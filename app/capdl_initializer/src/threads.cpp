// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <sel4/config.hpp>
#include <sel4/debug.hpp>
#include <sel4/tcb.hpp>

#include <algorithm>
#include <capdl_initializer/arch/guests.hpp>
#include <capdl_initializer/context.hpp>

namespace capdl_initializer {

namespace {

namespace config = sel4::config;
using sel4::capdl::SchedRecord;
using sel4::capdl::TcbRecord;

void set_up_irqs(const Context& context) {
  for (const auto& irq : context.image.table<sel4::capdl::IrqRecord>(TableId::irqs)) {
    if (irq.notification == no_ref) continue;
    CPtr notification = context.cptr(irq.notification);
    if (irq.badge != 0) {
      const CPtr slot = context.slot(irq.copy_slot);
      check(context, "giving the interrupt's notification a badge", irq.slot,
            mint(context, slot, notification, sel4::capdl::all_right_bits, irq.badge));
      notification = slot;
    }
    check(
        context, "setting the interrupt's notification", irq.slot,
        sel4::sys::irq_handler_set_notification(context.ipc, context.slot(irq.slot), notification));
  }
}

template <class Ipc>
void set_up_scheds(Ipc ipc, const Context& context) {
  if constexpr (config::kernel_mcs) {
    const auto& raw = [&]() -> const auto& {
      if constexpr (sizeof(Ipc) != 0) return context.boot_info;
    }();
    for (const SchedRecord& sched : context.image.table<SchedRecord>(TableId::scheds)) {
      const CPtr control{raw.schedcontrol.start + sched.core};
      check(
          context, "configuring the scheduling context", sched.slot,
          sel4::sys::sched_control_configure_flags(ipc, control, context.slot(sched.slot),
                                                   sched.budget, sched.period, 0, sched.badge, 0));
    }
  }
}

/// Spaces, scheduling, fault handlers.
template <class Ipc>
void configure(Ipc ipc, const Context& context, const TcbRecord& record, CPtr tcb) {
  constexpr std::string_view what = "configuring the thread";
  constexpr std::string_view scheduling = "setting the thread's priority";
  const CPtr authority{::seL4_CapInitThreadTCB};
  const CPtr cspace = context.cptr(record.cspace);
  const CPtr vspace = context.cptr(record.vspace);
  const CPtr buffer = context.optional(record.ipc_buffer);
  const Word max_priority = record.max_priority;
  const Word priority = record.priority;
  if constexpr (config::kernel_mcs) {
    check(context, what, record.slot,
          sel4::sys::tcb_configure(ipc, tcb, cspace, record.cspace_data, vspace, Word{0},
                                   record.ipc_buffer_address, buffer));
    CPtr fault = context.optional(record.fault_endpoint);
    if ((record.flags & sel4::capdl::tcb_mint_fault) != 0) {
      const CPtr slot = context.slot(record.copy_slot);
      check(context, "making the capability of the fault endpoint", record.slot,
            mint(context, slot, fault, record.fault_rights, record.fault_badge));
      fault = slot;
    }
    check(context, scheduling, record.slot,
          sel4::sys::tcb_set_sched_params(ipc, tcb, authority, max_priority, priority,
                                          context.optional(record.sched_context), fault));
    if (record.timeout_endpoint != no_ref) {
      check(context, "setting the timeout endpoint", record.slot,
            sel4::sys::tcb_set_timeout_endpoint(ipc, tcb, context.cptr(record.timeout_endpoint)));
    }
  } else {
    check(context, what, record.slot,
          sel4::sys::tcb_configure(ipc, tcb, record.fault_address, cspace, record.cspace_data,
                                   vspace, Word{0}, record.ipc_buffer_address, buffer));
    check(context, scheduling, record.slot,
          sel4::sys::tcb_set_sched_params(ipc, tcb, authority, max_priority, priority));
    if constexpr (sel4::sys::available::tcb_set_affinity) {
      if (record.core != 0) {
        check(context, "setting the thread's core", record.slot,
              sel4::sys::tcb_set_affinity(ipc, tcb, Word{record.core}));
      }
    }
  }
}

/// The first registers; new threads' others are zeros.
Result<> write_registers(const Context& context, const TcbRecord& record, CPtr tcb) {
  constexpr std::size_t in_registers = 4;
  const std::uint64_t* const values =
      context.image.table<std::uint64_t>(TableId::registers).data() + record.first_register;
  const std::size_t count = record.register_count;
  ::seL4_IPCBuffer& buffer = context.ipc.buffer();
  // The message is: flags, count, registers.
  for (std::size_t i = in_registers; i < count + 2; ++i) buffer.msg[i] = values[i - 2];
  const sel4::sys::Registers reply =
      sel4::sys::invoke(tcb, sel4::sys::InvocationLabel::tcb_write_registers, 0, count + 2,
                        {.mr0 = 0, .mr1 = count, .mr2 = values[0], .mr3 = values[1]});
  return Result<>::from(sel4::sys::reply_error(reply));
}

template <class Ipc>
void set_up_thread(Ipc ipc, const Context& context, const TcbRecord& record) {
  const CPtr tcb = context.slot(record.slot);
  if (record.notification != no_ref) {
    check(context, "binding the thread's notification", record.slot,
          sel4::sys::tcb_bind_notification(ipc, tcb, context.cptr(record.notification)));
  }
  if (record.vcpu != no_ref) {
    check(context, "binding the thread's virtual processor", record.slot,
          arch::bind_vcpu(ipc, tcb, context.cptr(record.vcpu), context.optional(record.ept_root)));
  }
  if (config::num_domains > 1 && (record.flags & sel4::capdl::tcb_has_domain) != 0) {
    check(context, "setting the thread's domain", record.slot,
          sel4::sys::domain_set_set(ipc, CPtr{::seL4_CapDomain}, record.domain, tcb));
  }
  configure(ipc, context, record, tcb);
  if ((record.flags & sel4::capdl::tcb_fpu_disabled) != 0) {
    const auto flags =
        sel4::sys::tcb_set_flags(ipc, tcb, 0, static_cast<Word>(::seL4_TCBFlag_fpuDisabled));
    if (!flags) fail(context, "setting the thread's flags", record.slot, flags.error());
  }
  check(context, "setting the thread's registers", record.slot,
        write_registers(context, record, tcb));
  if constexpr (config::debug_build) {
    if (record.name != sel4::capdl::no_name) {
      const auto names = context.image.table<sel4::capdl::NameRecord>(TableId::names);
      sel4::debug_name_thread(sel4::Tcb{tcb}, context.image.text(names[record.name]), ipc);
    }
  }
}

}  // namespace

void set_up_threads(const Context& context) {
  log(Level::debug, "Setting up interrupts and threads");
  set_up_irqs(context);
  set_up_scheds(context.ipc, context);
  for (const TcbRecord& record : context.image.table<TcbRecord>(TableId::tcbs)) {
    set_up_thread(context.ipc, context, record);
  }
}

void fill_cnodes(const Context& context) {
  using sel4::capdl::CapRecord;
  log(Level::debug, "Filling CNodes");
  const auto caps = context.image.table<CapRecord>(TableId::caps);
  for (const auto& record : context.image.table<sel4::capdl::CNodeRecord>(TableId::cnodes)) {
    const CPtr cnode = context.slot(record.slot);
    const auto depth = static_cast<std::uint8_t>(record.size_bits);
    for (const CapRecord& cap : caps.subspan(record.first_cap, record.cap_count)) {
      const CPtr source = context.cptr(cap.source);
      const auto rights = sel4::sys::CapRights::from_words({cap.rights});
      const Result<> done =
          cap.mint != 0 ? sel4::sys::cnode_mint(context.ipc, cnode, cap.index, depth, context.root,
                                                source.bits(), address_bits, rights, cap.badge)
                        : sel4::sys::cnode_copy(context.ipc, cnode, cap.index, depth, context.root,
                                                source.bits(), address_bits, rights);
      check(context, "putting its capability into a CNode", cap.source, done);
    }
  }
}

}  // namespace capdl_initializer
