// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/arch/io_port.hpp>
#include <sel4/driver/ns16550.hpp>
#include <sel4/init_thread.hpp>
#include <sel4/test/arch/serial.hpp>

#include <cstdint>

// The first serial port of a PC, a 16550 behind I/O ports. The firmware has set it up.

namespace sel4::test::arch {

namespace {

constexpr IoPortRange ports{.first = 0x3f8, .last = 0x3ff};

constinit IoPort port;

/// The registers of the 16550. There is nobody to tell of an error, and an issued port has none.
struct Registers {
  [[nodiscard]] static std::uint8_t read(unsigned number) noexcept {
    return port.in8(at(number)).value_or(std::uint8_t{0xff});
  }
  static void write(unsigned number, std::uint8_t value) noexcept {
    port.out8(at(number), value).ignore();
  }

 private:
  static std::uint16_t at(unsigned number) noexcept {
    return static_cast<std::uint16_t>(ports.first + number);
  }
};

}  // namespace

Result<> open_serial(const BootInfo& boot_info) noexcept {
  constexpr IoPortControl control{CPtr{::seL4_CapIOPortControl}};
  port = SEL4_TRY(control.issue(ports, init_thread::cnode.slot(boot_info.empty().end - 1)));
  return {};
}

void serial_put(char c) noexcept {
  driver::Ns16550{Registers{}}.write(static_cast<std::uint8_t>(c));
}

}  // namespace sel4::test::arch
