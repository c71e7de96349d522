// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/driver/ns16550.hpp>

#include <array>
#include <doctest/doctest.h>

namespace {

struct FakeRegisters {
  std::array<std::uint8_t, 8>* values;
  std::uint8_t read(unsigned number) const { return (*values)[number]; }
  void write(unsigned number, std::uint8_t value) const { (*values)[number] = value; }
};

struct Device {
  std::array<std::uint8_t, 8> values{};
  sel4::driver::Ns16550<FakeRegisters> driver{FakeRegisters{&values}};
};

TEST_CASE("a byte is read only when one has come") {
  Device device;
  device.values[0] = 'x';
  CHECK_FALSE(device.driver.read().has_value());
  device.values[5] = 1;
  CHECK(device.driver.read() == std::uint8_t{'x'});
}

TEST_CASE("a byte is written only when there is room") {
  Device device;
  CHECK_FALSE(device.driver.try_write('x'));
  device.values[5] = 1u << 5;
  CHECK(device.driver.try_write('x'));
  CHECK(device.values[0] == 'x');
}

TEST_CASE("the receive interrupt is enabled and let out") {
  Device device;
  device.driver.enable_receive_interrupt();
  CHECK(device.values[1] == 1);
  CHECK((device.values[4] & (1u << 3)) != 0);
}

TEST_CASE("registers in memory are bytes one after the other") {
  std::array<std::uint8_t, 8> memory{};
  memory[5] = 1u << 5;
  sel4::driver::Ns16550 driver{
      sel4::driver::MappedRegisters{reinterpret_cast<std::uintptr_t>(memory.data())}};
  driver.write('y');
  CHECK(memory[0] == 'y');
}

}  // namespace
