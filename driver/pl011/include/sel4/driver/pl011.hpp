// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <cstdint>
#include <optional>

namespace sel4::driver {

/// The Arm PrimeCell UART (PL011), as far as a console needs it: bytes in, bytes out, an interrupt
/// when bytes have come. The line settings are the boot loader's.
class Pl011 {
 public:
  /// How many bytes of device memory the registers take.
  static constexpr std::uintptr_t register_bytes = 0x1000;

  /// `registers` is where the device is mapped, uncached.
  explicit Pl011(std::uintptr_t registers) noexcept : base_(registers) {}

  /// A byte that has come, or nothing.
  [[nodiscard]] std::optional<std::uint8_t> read() noexcept {
    if ((reg(flags) & receive_empty) != 0) return std::nullopt;
    return static_cast<std::uint8_t>(reg(data));
  }

  /// Sends a byte if there is room; says whether there was.
  [[nodiscard]] bool try_write(std::uint8_t byte) noexcept {
    if ((reg(flags) & transmit_full) != 0) return false;
    reg(data) = byte;
    return true;
  }

  /// Sends a byte, waiting for room.
  void write(std::uint8_t byte) noexcept {
    while (!try_write(byte)) {
    }
  }

  /// Lets the device raise its interrupt when bytes come. For those that are there already it does
  /// not: read them afterwards.
  void enable_receive_interrupt() noexcept {
    reg(interrupt_clear) = all_interrupts;
    reg(interrupt_mask) = receive_interrupt | receive_timeout_interrupt;
  }

  /// Takes the interrupt back; to be done before it is acknowledged to the kernel, and before all
  /// bytes are read: for one that comes between the last read and this there is no other interrupt.
  void clear_interrupt() noexcept { reg(interrupt_clear) = all_interrupts; }

 private:
  // Offsets and bits: Arm PrimeCell UART (PL011) Technical Reference Manual, chapter 3.
  static constexpr std::uintptr_t data = 0x00;
  static constexpr std::uintptr_t flags = 0x18;
  static constexpr std::uintptr_t interrupt_mask = 0x38;
  static constexpr std::uintptr_t interrupt_clear = 0x44;
  static constexpr std::uint32_t receive_empty = 1u << 4;
  static constexpr std::uint32_t transmit_full = 1u << 5;
  static constexpr std::uint32_t receive_interrupt = 1u << 4;
  static constexpr std::uint32_t receive_timeout_interrupt = 1u << 6;
  static constexpr std::uint32_t all_interrupts = 0x7ff;

  [[nodiscard]] volatile std::uint32_t& reg(std::uintptr_t offset) const noexcept {
    return *reinterpret_cast<volatile std::uint32_t*>(base_ + offset);
  }

  std::uintptr_t base_;
};

}  // namespace sel4::driver
