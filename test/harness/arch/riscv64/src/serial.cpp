// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "../../../src/target/device_page.hpp"

#include <sel4/driver/ns16550.hpp>
#include <sel4/test/arch/serial.hpp>

#include <cstdint>

// The serial port of QEMU's virt board. The firmware, which has printed already, has set it up.

namespace sel4::test::arch {

namespace {

constexpr Paddr registers{0x1000'0000};

constinit volatile std::byte* mapped_at = nullptr;

}  // namespace

Result<> open_serial(const BootInfo& boot_info) noexcept {
  mapped_at = SEL4_TRY(map_device_page(boot_info, registers));
  return {};
}

void serial_put(char c) noexcept {
  driver::Ns16550{driver::MappedRegisters{reinterpret_cast<std::uintptr_t>(mapped_at)}}.write(
      static_cast<std::uint8_t>(c));
}

}  // namespace sel4::test::arch
