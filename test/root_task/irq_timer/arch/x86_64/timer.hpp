// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/test_support/kernel.hpp>

namespace sel4::test {

/// The first channel of the PC's interval timer.
class Timer {
 public:
  static Result<IrqHandler> handler(Slot slot) { return get(20, slot); }
  static Error handler_out_of_range(Slot slot) { return get(100'000, slot).error(); }

  Result<> open() {
    const IoPortControl control{CPtr{::seL4_CapIOPortControl}};
    port_ = SEL4_TRY(control.issue({.first = data, .last = command}, free_slot()));
    return {};
  }
  /// In 50 ms.
  void start() {
    constexpr unsigned count = 1'193'182 / 20;
    out(command, 0x30);
    out(data, count & 0xff);
    out(data, count >> 8);
  }
  /// It comes once.
  void stop() {}

 private:
  static constexpr std::uint16_t data = 0x40;
  static constexpr std::uint16_t command = 0x43;

  static Result<IrqHandler> get(Word vector, Slot slot) {
    return init_thread::irq_control.get_ioapic({.ioapic = 0,
                                                .pin = 2,
                                                .trigger = IrqTrigger::edge,
                                                .polarity = IrqPolarity::high,
                                                .vector = vector},
                                               slot);
  }
  void out(std::uint16_t port, unsigned value) const {
    port_.out8(port, static_cast<std::uint8_t>(value)).or_panic("the interval timer's ports");
  }

  IoPort port_{};
};

}  // namespace sel4::test
