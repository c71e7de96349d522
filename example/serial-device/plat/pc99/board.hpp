// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/alloc/boot_allocator.hpp>
#include <sel4/driver/ns16550.hpp>
#include <sel4/sel4.hpp>

// The PC's first serial port: eight I/O ports from 0x3f8 on, pin 4 of the first I/O APIC.
struct PortRegisters {
  static constexpr std::uint16_t base = 0x3f8;
  sel4::IoPort ports;

  [[nodiscard]] std::uint8_t read(unsigned number) const noexcept {
    return ports.in8(static_cast<std::uint16_t>(base + number)).or_panic("reading a UART register");
  }
  void write(unsigned number, std::uint8_t value) const noexcept {
    ports.out8(static_cast<std::uint16_t>(base + number), value)
        .or_panic("writing a UART register");
  }
};
using Uart = sel4::driver::Ns16550<PortRegisters>;

inline sel4::Result<Uart> make_uart(sel4::BootAllocator& allocator) {
  const auto ports = SEL4_TRY(sel4::init_thread::io_port_control.issue(
      {.first = PortRegisters::base, .last = PortRegisters::base + 7}, SEL4_TRY(allocator.slot())));
  return Uart{PortRegisters{ports}};
}

inline sel4::Result<sel4::IrqHandler> make_irq_handler(sel4::BootAllocator& allocator) {
  return sel4::init_thread::irq_control.get_ioapic({.ioapic = 0,
                                                    .pin = 4,
                                                    .trigger = sel4::IrqTrigger::edge,
                                                    .polarity = sel4::IrqPolarity::high,
                                                    .vector = 4},
                                                   SEL4_TRY(allocator.slot()));
}
