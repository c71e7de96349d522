// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/test_support/kernel.hpp>

namespace sel4::test {

/// The PL031 real-time clock of QEMU's virt board: interrupts in a whole second.
class Timer {
 public:
  static constexpr Word irq = 34;
  static constexpr Word irq_out_of_range = 100'000;

  static Result<IrqHandler> handler(Slot slot) {
    return init_thread::irq_control.get_trigger(irq, IrqTrigger::level, slot);
  }
  static Error handler_out_of_range(Slot slot) {
    return init_thread::irq_control.get_trigger(irq_out_of_range, IrqTrigger::level, slot).error();
  }

  Result<> open() {
    const auto frame = SEL4_TRY(allocator().create_device_frame(Paddr{0x901'0000}));
    return map_frame(init_thread::vspace, frame, {place_, Rights::rw, VmAttributes::device},
                     allocator());
  }
  void start() {
    write(match_offset, read(data_offset) + 1);
    write(mask_offset, 1);
  }
  void stop() {
    write(mask_offset, 0);
    write(clear_offset, 1);
  }

 private:
  static constexpr Word data_offset = 0;
  static constexpr Word match_offset = 4;
  static constexpr Word mask_offset = 0x10;
  static constexpr Word clear_offset = 0x1c;

  [[nodiscard]] volatile std::uint32_t& at(Word offset) const {
    return *reinterpret_cast<volatile std::uint32_t*>((place_ + offset).value());
  }
  [[nodiscard]] std::uint32_t read(Word offset) const { return at(offset); }
  void write(Word offset, std::uint32_t value) const { at(offset) = value; }

  Vaddr place_{0x10'0000'0000};
};

}  // namespace sel4::test
