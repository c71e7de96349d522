// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "start.hpp"

#include <arch/machine.hpp>
#include <core/interrupt.hpp>
#include <decode/irq.hpp>
#include <decode/vspace.hpp>

// The interrupt controller: PLIC, as seen from the supervisor mode of the first hart.

namespace sel4::kernel::arch {

namespace {

constexpr Word context = 1;
constexpr Word priority_at = plic;
constexpr Word enable_at = plic + 0x2000 + 0x80 * context;
constexpr Word threshold_at = plic + 0x20'0000 + 0x1000 * context;
constexpr Word claim_at = threshold_at + 4;

constexpr Word timer_pending = 1 << 5;

volatile std::uint32_t& reg(Word physical) {
  return *reinterpret_cast<volatile std::uint32_t*>(to_virtual(physical));
}

}  // namespace

void start_plic() {
  for (Word n = 0; n <= device_irqs / 32; ++n) reg(enable_at + 4 * n) = 0;
  for (Word irq = 1; irq <= device_irqs; ++irq) reg(priority_at + 4 * irq) = 2;
  reg(threshold_at) = 1;
}

Word active_irq() {
  const Word irq = reg(claim_at);
  if (irq != 0) return irq <= device_irqs ? irq : no_irq;
  Word pending;
  asm volatile("csrr %0, sip" : "=r"(pending));
  return (pending & timer_pending) != 0 ? timer_irq : no_irq;
}

void mask_irq(Word irq, bool is_masked) {
  volatile std::uint32_t& value = reg(enable_at + irq / 32 * 4);
  const auto line = static_cast<std::uint32_t>(Word{1} << irq % 32);
  value = is_masked ? value & ~line : value | line;
}

void hold_irq(Word irq) { reg(claim_at) = static_cast<std::uint32_t>(irq); }

Error check_irq(Word irq) {
  if (irq < 1 || irq > max_irq) return fail_range(1, max_irq, "the interrupt ", irq);
  return seL4_NoError;
}

Error invoke_irq_control(const Invocation& call) {
  if (call.label() != RISCVIRQIssueIRQHandlerTrigger) return no_such_method();
  if (!call.has(4, 1)) return truncated();
  const Word irq = call.arg(0);
  if (const Error error = check_irq(irq)) return error;
  Slot* slot = nullptr;
  if (const Error error = issue_handler(call, irq, call.arg(2), call.arg(3), slot)) return error;
  // The PLIC's lines have no trigger to set.
  make_handler(call, irq, *slot);
  return seL4_NoError;
}

Error invoke_frame(const Invocation&) { return no_such_method(); }
Error invoke(const Invocation&) { return no_such_method(); }

}  // namespace sel4::kernel::arch
