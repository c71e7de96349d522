// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "processor.hpp"
#include "start.hpp"

#include <arch/machine.hpp>
#include <core/interrupt.hpp>
#include <decode/irq.hpp>
#include <decode/vspace.hpp>

// The I/O APIC, whose pins are tied to vectors by programs, and message-signalled interrupts.

extern "C" sel4::kernel::Word pending_vector;

namespace sel4::kernel::arch {

namespace {

constexpr Word pins = 24;
constexpr Word first_redirection = 0x10;
constexpr std::uint32_t masked = 1 << 16;
constexpr std::uint32_t level_triggered = 1 << 15;
constexpr std::uint32_t active_low = 1 << 13;

constexpr Word no_pin = pins;
/// The pin of each interrupt, and whether it is told by its level.
struct Line {
  Word pin = no_pin;
  std::uint32_t entry = 0;
};
constinit Line lines[max_irq + 1]{};

volatile std::uint32_t& io_apic_register(Word offset) {
  return *reinterpret_cast<volatile std::uint32_t*>(to_virtual(io_apic + offset));
}
void write_io_apic(Word index, std::uint32_t value) {
  io_apic_register(0) = static_cast<std::uint32_t>(index);
  io_apic_register(0x10) = value;
}
void write_pin(Word pin, std::uint32_t entry) {
  write_io_apic(first_redirection + 2 * pin + 1, 0);  // to the first core
  write_io_apic(first_redirection + 2 * pin, entry);
}
void end_of_interrupt() {
  *reinterpret_cast<volatile std::uint32_t*>(to_virtual(local_apic + 0xb0)) = 0;
}

Error check_vector(Word vector) {
  if (vector <= last_user_irq) return seL4_NoError;
  return fail_range(0, last_user_irq, "the vector ", vector);
}

Error check_pin(Word controller, Word pin, Word level, Word polarity) {
  if (controller > 0) return fail_range(0, 0, "the I/O APIC ", controller);
  if (pin >= pins) return fail_range(0, pins - 1, "the pin ", pin);
  if (level > 1) return fail_range(0, 1, "the level ", level);
  if (polarity > 1) return fail_range(0, 1, "the polarity ", polarity);
  return seL4_NoError;
}

Error check_device(Word bus, Word device, Word function) {
  if (bus > 255) return fail_range(0, 255, "the bus ", bus);
  if (device > 31) return fail_range(0, 31, "the device ", device);
  if (function > 7) return fail_range(0, 7, "the function ", function);
  return seL4_NoError;
}

}  // namespace

void start_io_apic() {
  for (Word pin = 0; pin < pins; ++pin) write_pin(pin, masked);
}

void wait_for_interrupt() { asm volatile("sti\n hlt\n cli" ::: "memory"); }

Word active_irq() {
  const Word vector = pending_vector;
  pending_vector = 0;
  if (vector < first_irq_vector || vector > first_irq_vector + max_irq) return no_irq;
  return vector - first_irq_vector;
}

void mask_irq(Word irq, bool is_masked) {
  const Line& line = lines[irq];
  if (line.pin != no_pin) write_pin(line.pin, line.entry | (is_masked ? masked : 0));
}

void hold_irq(Word irq) {
  if ((lines[irq].entry & level_triggered) != 0) mask_irq(irq, true);
  end_of_interrupt();
}

void release_held_irq(Word irq) {
  if ((lines[irq].entry & level_triggered) != 0) mask_irq(irq, false);
}

void finish_timer_irq() { end_of_interrupt(); }

Error check_irq(Word) {
  return fail(seL4_IllegalOperation, "interrupts are those of an I/O APIC or of messages");
}

Error invoke_irq_control(const Invocation& call) {
  const bool of_pin = call.label() == X86IRQIssueIRQHandlerIOAPIC;
  if (!of_pin && call.label() != X86IRQIssueIRQHandlerMSI) return no_such_method();
  if (!call.has(7, 1)) return truncated();
  const Word irq = call.arg(6);
  if (const Error error = check_vector(irq)) return error;
  Slot* slot = nullptr;
  if (const Error error = issue_handler(call, irq, call.arg(0), call.arg(1), slot)) return error;
  if (of_pin) {
    const Word level = call.arg(4);
    const Word polarity = call.arg(5);
    if (const Error error = check_pin(call.arg(2), call.arg(3), level, polarity)) return error;
    lines[irq] = {call.arg(3), static_cast<std::uint32_t>(irq + first_irq_vector) |
                                   (level != 0 ? level_triggered : 0) |
                                   (polarity != 0 ? active_low : 0)};
  } else {
    if (const Error error = check_device(call.arg(2), call.arg(3), call.arg(4))) return error;
    lines[irq] = {};
  }
  make_handler(call, irq, *slot);
  return seL4_NoError;
}

}  // namespace sel4::kernel::arch
