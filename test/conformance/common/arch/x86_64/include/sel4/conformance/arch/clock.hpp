// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/alloc/boot_allocator.hpp>
#include <sel4/arch/io_port.hpp>
#include <sel4/conformance/arch/interrupts.hpp>

namespace sel4::conformance {

/// The first channel of the PC's interval timer.
class Clock {
 public:
  /// It is told by its edge.
  static constexpr bool comes_again = false;

  explicit Clock(BootAllocator& allocator) noexcept {
    const IoPortControl control{CPtr{::seL4_CapIOPortControl}};
    const Slot slot = allocator.slots(1).or_panic("no slot for the clock");
    port_ = control.issue({.first = data, .last = command}, slot).or_panic("no clock");
  }
  static sys::Registers issue(CPtr to) noexcept {
    constexpr Word pin = 2;
    return machine::issue_from(init_thread::irq_control.cptr(),
                               InvocationLabel::x86_irq_issue_irq_handler_ioapic,
                               {0, pin, 0, 0, 10}, to);
  }
  /// In 50 ms, once.
  void start() const {
    constexpr unsigned count = 1'193'182 / 20;
    out(command, once);
    out(data, count & 0xff);
    out(data, count >> 8);
  }
  /// A new command takes the line down.
  void stop() const { out(command, once); }

 private:
  static constexpr std::uint16_t data = 0x40;
  static constexpr std::uint16_t command = 0x43;
  static constexpr unsigned once = 0x30;

  void out(std::uint16_t port, unsigned value) const {
    port_.out8(port, static_cast<std::uint8_t>(value)).or_panic("the clock's ports");
  }

  IoPort port_{};
};

}  // namespace sel4::conformance
