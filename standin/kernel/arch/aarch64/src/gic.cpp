// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "cache.hpp"
#include "start.hpp"

#include <arch/machine.hpp>
#include <core/interrupt.hpp>
#include <core/scheduler.hpp>
#include <decode/irq.hpp>

// The interrupt controller: GICv2.

namespace sel4::kernel::arch {

namespace {

constexpr Word distributor = window + gic_distributor;
constexpr Word cpu_interface = window + gic_cpu_interface;

volatile std::uint32_t& reg(Word base, Word offset) {
  return *reinterpret_cast<volatile std::uint32_t*>(base + offset);
}

// Distributor.
constexpr Word control = 0x000;
constexpr Word groups = 0x080;
constexpr Word set_enable = 0x100;
constexpr Word clear_enable = 0x180;
constexpr Word clear_pending = 0x280;
constexpr Word priorities_at = 0x400;
constexpr Word targets = 0x800;
constexpr Word configuration = 0xc00;
constexpr Word software_interrupt = 0xf00;
// CPU interface.
constexpr Word cpu_control = 0x00;
constexpr Word priority_mask = 0x04;
constexpr Word acknowledge = 0x0c;
constexpr Word end_of_interrupt = 0x10;

constexpr Word first_shared = 32;
constexpr Word sgis = 16;
constexpr Word cpus = 8;

/// What acknowledging gave: the end must be told with the same value.
constinit std::uint32_t acknowledged = 0;

void set_trigger(Word irq, bool is_edge) {
  if (irq < sgis) return;
  volatile std::uint32_t& value = reg(distributor, configuration + irq / 16 * 4);
  const std::uint32_t edge = 2U << irq % 16 * 2;
  value = is_edge ? value | edge : value & ~edge;
}

void send_sgi(Word irq, Word target) {
  reg(distributor, software_interrupt) = static_cast<std::uint32_t>(Word{1} << (16 + target) | irq);
}

}  // namespace

void start_gic() {
  reg(distributor, control) = 0;
  for (Word n = 0; n <= max_irq / 32; ++n) {
    reg(distributor, clear_enable + 4 * n) = ~0U;
    reg(distributor, clear_pending + 4 * n) = ~0U;
    reg(distributor, groups + 4 * n) = 0;
  }
  for (Word irq = 0; irq <= max_irq; irq += 4) reg(distributor, priorities_at + irq) = 0;
  for (Word irq = first_shared; irq <= max_irq; irq += 4) {
    reg(distributor, targets + irq) = 0x01010101;
  }
  for (Word irq = first_shared; irq <= max_irq; irq += 16) {
    reg(distributor, configuration + irq / 4) = 0;
  }
  reg(distributor, control) = 1;
  reg(cpu_interface, priority_mask) = 0xf0;
  reg(cpu_interface, cpu_control) = 1;
  mask_irq(timer_irq, false);
}

Word active_irq() {
  acknowledged = reg(cpu_interface, acknowledge);
  const Word irq = acknowledged & 0x3ff;
  return irq <= max_irq ? irq : no_irq;
}

void mask_irq(Word irq, bool is_masked) {
  reg(distributor, (is_masked ? clear_enable : set_enable) + irq / 32 * 4) =
      static_cast<std::uint32_t>(Word{1} << irq % 32);
}

void finish_timer_irq() { reg(cpu_interface, end_of_interrupt) = acknowledged; }

void hold_irq(Word irq) {
  mask_irq(irq, true);
  reg(cpu_interface, end_of_interrupt) = acknowledged;
}

Error check_irq(Word irq) {
  if (irq > max_irq) return fail_range(0, max_irq, "the interrupt ", irq);
  return seL4_NoError;
}

Error invoke_irq_control(const Invocation& call) {
  switch (call.label()) {
    case ARMIRQIssueIRQHandlerTrigger: {
      if (!call.has(4, 1)) return truncated();
      const Word irq = call.arg(0);
      if (const Error error = check_irq(irq)) return error;
      Slot* slot = nullptr;
      if (const Error error = issue_handler(call, irq, call.arg(2), call.arg(3), slot))
        return error;
      set_trigger(irq, call.arg(1) != 0);
      make_handler(call, irq, *slot);
      return seL4_NoError;
    }
    case ARMIRQIssueSGISignal: {
      if (!call.has(4, 1)) return truncated();
      const Word irq = call.arg(0);
      const Word target = call.arg(1);
      if (irq >= sgis) return fail_range(0, sgis - 1, "the software interrupt ", irq);
      if (target >= cpus) return fail_argument(1, "there is no core ", target);
      Slot* slot = nullptr;
      if (const Error error =
              lookup_named_slot(false, call.extra_cap(0), call.arg(2), call.arg(3), slot)) {
        return error;
      }
      if (!slot->is_empty()) return fail(seL4_DeleteFirst, "the destination slot is not empty");
      place_copy(call.slot, *slot,
                 Cap::make({.kind = Kind::sgi_signal, .data = target << 8 | irq}));
      return seL4_NoError;
    }
    default:
      return no_such_method();
  }
}

Error invoke_sgi(const Invocation& call) {
  send_sgi(call.cap.data & 0xff, call.cap.data >> 8);
  return seL4_NoError;
}

}  // namespace sel4::kernel::arch
