// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <concepts>
#include <cstdint>
#include <optional>

namespace sel4::driver {

/// How the registers of a 16550 are reached: a byte each, by number.
template <class T>
concept Ns16550Registers = requires(T& access, unsigned number, std::uint8_t value) {
  { access.read(number) } -> std::same_as<std::uint8_t>;
  access.write(number, value);
};

/// Registers in memory, one byte after the other.
class MappedRegisters {
 public:
  /// The eight registers from the virtual address `base` on, mapped as device memory.
  explicit MappedRegisters(std::uintptr_t base) noexcept : base_(base) {}
  /// Reads register `number`, 0 to 7, of the device. Reading may change it: from the data register
  /// it takes a byte.
  [[nodiscard]] std::uint8_t read(unsigned number) const noexcept {
    return *reinterpret_cast<volatile const std::uint8_t*>(base_ + number);
  }
  /// Writes register `number`, 0 to 7, of the device.
  void write(unsigned number, std::uint8_t value) const noexcept {
    *reinterpret_cast<volatile std::uint8_t*>(base_ + number) = value;
  }

 private:
  std::uintptr_t base_;
};

/// The 16550 UART, as far as a console needs it: bytes in, bytes out, an interrupt when bytes have
/// come. The line settings are the firmware's.
template <Ns16550Registers Registers>
class Ns16550 {
 public:
  /// Touches nothing yet.
  explicit Ns16550(Registers registers) noexcept : registers_(registers) {}

  /// A byte that has come, or nothing.
  [[nodiscard]] std::optional<std::uint8_t> read() noexcept {
    if ((registers_.read(line_status) & data_ready) == 0) return std::nullopt;
    return registers_.read(data);
  }

  /// Sends a byte if there is room; says whether there was.
  [[nodiscard]] bool try_write(std::uint8_t byte) noexcept {
    if ((registers_.read(line_status) & transmitter_empty) == 0) return false;
    registers_.write(data, byte);
    return true;
  }

  /// Sends a byte, waiting for room.
  void write(std::uint8_t byte) noexcept {
    while (!try_write(byte)) {
    }
  }

  /// Lets the device raise its interrupt when bytes have come.
  void enable_receive_interrupt() noexcept {
    registers_.write(interrupt_enable, data_ready);
    // PC chipsets pass the interrupt on only with this output set.
    registers_.write(modem_control, modem_lines | interrupt_output);
  }

  /// Reading the bytes takes the interrupt back; nothing else has to be done. For drivers of
  /// several UARTs: this, then read all bytes, then acknowledge the interrupt to the kernel.
  void clear_interrupt() noexcept { (void)registers_.read(interrupt_identity); }

 private:
  static constexpr unsigned data = 0;
  static constexpr unsigned interrupt_enable = 1;
  static constexpr unsigned interrupt_identity = 2;
  static constexpr unsigned modem_control = 4;
  static constexpr unsigned line_status = 5;
  static constexpr std::uint8_t data_ready = 1u << 0;
  static constexpr std::uint8_t transmitter_empty = 1u << 5;
  static constexpr std::uint8_t modem_lines = 0x3;
  static constexpr std::uint8_t interrupt_output = 1u << 3;

  Registers registers_;
};

}  // namespace sel4::driver
