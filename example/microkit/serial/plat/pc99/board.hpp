// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/driver/ns16550.hpp>
#include <sel4/microkit/arch/io_port.hpp>
#include <sel4/protection_domain.hpp>

// The PC's first serial port: eight I/O ports from 0x3f8 on.
struct PortRegisters {
  static constexpr std::uint16_t base = 0x3f8;

  [[nodiscard]] std::uint8_t read(unsigned number) const noexcept {
    return sel4::microkit::io_ports<0>()
        .in8(static_cast<std::uint16_t>(base + number))
        .or_panic("reading a UART register");
  }
  void write(unsigned number, std::uint8_t value) const noexcept {
    sel4::microkit::io_ports<0>()
        .out8(static_cast<std::uint16_t>(base + number), value)
        .or_panic("writing a UART register");
  }
};
using Uart = sel4::driver::Ns16550<PortRegisters>;

inline Uart make_uart() noexcept { return Uart{PortRegisters{}}; }
