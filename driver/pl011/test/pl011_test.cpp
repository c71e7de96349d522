// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/driver/pl011.hpp>

#include <array>
#include <doctest/doctest.h>

namespace {

// The registers as memory: enough to see what the driver reads and writes.
struct Device {
  std::array<std::uint32_t, 0x1000 / 4> words{};
  std::uint32_t& at(std::uintptr_t offset) { return words[offset / 4]; }
  sel4::driver::Pl011 driver() {
    return sel4::driver::Pl011{reinterpret_cast<std::uintptr_t>(words.data())};
  }
};

TEST_CASE("nothing is read while the receiver is empty") {
  Device device;
  device.at(0x18) = 1u << 4;
  device.at(0x00) = 'x';
  CHECK_FALSE(device.driver().read().has_value());
  device.at(0x18) = 0;
  CHECK(device.driver().read() == std::uint8_t{'x'});
}

TEST_CASE("error bits beside a byte are not part of it") {
  Device device;
  device.at(0x00) = 0xf00u | 'x';
  CHECK(device.driver().read() == std::uint8_t{'x'});
}

TEST_CASE("nothing is written while the transmitter is full") {
  Device device;
  device.at(0x18) = 1u << 5;
  CHECK_FALSE(device.driver().try_write('x'));
  CHECK(device.at(0x00) == 0);
  device.at(0x18) = 0;
  CHECK(device.driver().try_write('x'));
  CHECK(device.at(0x00) == 'x');
}

TEST_CASE("the receive interrupt is unmasked and cleared") {
  Device device;
  auto driver = device.driver();
  driver.enable_receive_interrupt();
  CHECK(device.at(0x38) == ((1u << 4) | (1u << 6)));
  CHECK(device.at(0x44) == 0x7ff);
}

}  // namespace
