// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/alloc/boot_allocator.hpp>
#include <sel4/conformance/arch/interrupts.hpp>
#include <sel4/mapper.hpp>

#include <cstdint>

namespace sel4::conformance {

/// The Goldfish real-time clock of QEMU's virt board.
class Clock {
 public:
  static constexpr Word irq = 11;
  /// Acknowledged while the device still asks, the interrupt does not come again: QEMU's PLIC waits
  /// for the line to rise.
  static constexpr bool comes_again = false;

  explicit Clock(BootAllocator& allocator) noexcept {
    const auto frame = allocator.create_device_frame(Paddr{0x10'1000}).or_panic("no clock");
    map_frame(init_thread::vspace, frame, {place_, Rights::rw, VmAttributes::device}, allocator)
        .or_panic("the clock cannot be mapped");
  }
  static sys::Registers issue(CPtr to) noexcept {
    return machine::issue_triggered(init_thread::irq_control.cptr(), irq, 0, to);
  }
  /// In 50 ms.
  void start() const {
    const std::uint64_t low = at(time_low);
    const std::uint64_t alarm = (std::uint64_t{at(time_high)} << 32 | low) + 50'000'000;
    at(irq_enabled) = 1;
    at(alarm_high) = static_cast<std::uint32_t>(alarm >> 32);
    at(alarm_low) = static_cast<std::uint32_t>(alarm);
  }
  void stop() const {
    at(irq_enabled) = 0;
    at(clear_interrupt) = 1;
  }

 private:
  static constexpr Word time_low = 0;
  static constexpr Word time_high = 4;
  static constexpr Word alarm_low = 8;
  static constexpr Word alarm_high = 0xc;
  static constexpr Word irq_enabled = 0x10;
  static constexpr Word clear_interrupt = 0x1c;

  [[nodiscard]] volatile std::uint32_t& at(Word offset) const {
    return *reinterpret_cast<volatile std::uint32_t*>((place_ + offset).value());
  }

  Vaddr place_{0x10'0000'0000};
};

}  // namespace sel4::conformance
