// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/test_support/kernel.hpp>

#include <cstdint>
#include <optional>

namespace sel4::test {

/// The configuration of PCI devices, through the PC's ports for it. Functions are not looked for.
class PciBus {
 public:
  Result<> open() {
    ports_ = SEL4_TRY(
        init_thread::io_port_control.issue({.first = address, .last = data + 3}, free_slot()));
    return {};
  }

  /// The device's number on bus 0, by its vendor (low half) and kind (high half).
  [[nodiscard]] std::optional<Word> find(std::uint32_t identity) const {
    for (Word device = 0; device < 32; ++device) {
      if (read(device, 0) == identity) return device;
    }
    return std::nullopt;
  }
  [[nodiscard]] std::uint32_t read(Word device, unsigned offset) const {
    select(device, offset);
    return ports_.in32(data).or_panic("reading a PCI register");
  }
  void write(Word device, unsigned offset, std::uint32_t value) const {
    select(device, offset);
    ports_.out32(data, value).or_panic("writing a PCI register");
  }

 private:
  static constexpr std::uint16_t address = 0xcf8;
  static constexpr std::uint16_t data = 0xcfc;

  void select(Word device, unsigned offset) const {
    constexpr std::uint32_t enable = 0x8000'0000;
    ports_.out32(address, enable | static_cast<std::uint32_t>(device) << 11 | offset)
        .or_panic("selecting a PCI register");
  }

  IoPort ports_{};
};

}  // namespace sel4::test
