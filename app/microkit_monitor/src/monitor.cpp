// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/config.hpp>
#include <sel4/debug.hpp>
#include <sel4/microkit/ipc.hpp>
#include <sel4/print.hpp>
#include <sel4/sched_context.hpp>
#include <sel4/tcb.hpp>

#include <monitor/monitor.hpp>
#include <monitor/report.hpp>
#include <monitor/tables.hpp>
#include <string_view>

using namespace std::string_view_literals;

namespace sel4::monitor {
namespace {

void make_passive(std::size_t pd) noexcept {
  const BasicSchedContext<sys::DomainIpc> sched_context{CPtr{slot::sched_context + pd}};
  const auto bound = sched_context.bind(Notification{CPtr{slot::notification + pd}});
  if constexpr (config::printing) {
    if (bound) {
      println("MON|INFO: PD '"sv, pd_names[pd].view(), "' is now passive!"sv);
    } else {
      println(error, "PD '"sv, pd_names[pd].view(),
              "': could not bind scheduling context to notification object: "sv,
              describe(bound.error()));
    }
  }
}

/// The address of a memory access that failed.
std::optional<Word> fault_address(const std::optional<Fault>& fault) noexcept {
  if (!fault) return std::nullopt;
  const auto* const vm_fault = std::get_if<VmFault>(&*fault);
  if (vm_fault == nullptr) return std::nullopt;
  return vm_fault->addr();
}

void report(Word badge, const microkit::Message& message) noexcept {
  const Word pd = badge - 1;
  println(error, "received message "sv, hex(message.label(), 8), "  badge: "sv, hex(badge, 16),
          "  tcb cap: "sv, hex(slot::domain_tcb + pd, 16));
  if (pd >= most_domains || pd_names[pd].view().empty()) {
    println(error, "unknown/invalid badge"sv);
    return;
  }
  // Before anything else is done with the IPC buffer, where the message's words are.
  const std::optional<Fault> fault = decode_fault(message.info(), message.words());
  println(error, "faulting PD: "sv, pd_names[pd].view());
  const auto registers = BasicTcb<sys::DomainIpc>{CPtr{slot::domain_tcb + pd}}.read_registers();
  if (registers) {
    print_registers(*registers);
  } else {
    println(error, "cannot read its registers: "sv, describe(registers.error()));
  }
  print_fault(fault, message.label());
  if (const auto address = fault_address(fault)) {
    const Word sp = registers ? registers->sp().value() : *address;
    if (is_stack_overflow(pd, *address, sp)) {
      println(error, "stack overflow: the access is below the stack, which ends at "sv,
              hex(pd_stack_bottom_addrs[pd], 16));
    }
    print_surroundings(pd, *address);
  }
  if (registers) print_trace(pd, *registers);
}

}  // namespace

void start() noexcept {
  for (std::size_t i = 0; i < pd_names_len && i < most_domains; ++i) {
    debug_name_thread(Tcb{CPtr{slot::domain_tcb + i}}, pd_names[i].view(), sys::DomainIpc{});
  }
  for (std::size_t i = 0; i < vm_names_len && i < most_domains; ++i) {
    debug_name_thread(Tcb{CPtr{slot::vm_tcb + i}}, vm_names[i].view(), sys::DomainIpc{});
  }
  if constexpr (config::printing) println("MON|INFO: Microkit Monitor started!"sv);
}

void handle(Word badge, const microkit::Message& message) noexcept {
  // Label 0 is no fault's, so somebody has sent this: only passive domains have the capability.
  if (message.label() == static_cast<Word>(::seL4_Fault_NullFault) && badge - 1 < most_domains) {
    make_passive(badge - 1);
    return;
  }
  if constexpr (config::printing) report(badge, message);
}

}  // namespace sel4::monitor
