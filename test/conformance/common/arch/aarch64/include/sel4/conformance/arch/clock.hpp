// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/alloc/boot_allocator.hpp>
#include <sel4/conformance/arch/interrupts.hpp>
#include <sel4/mapper.hpp>

#include <cstdint>

namespace sel4::conformance {

/// The PL031 real-time clock of QEMU's virt board: interrupts in a whole second.
class Clock {
 public:
  static constexpr Word irq = 34;
  /// Acknowledged while the device still asks, the interrupt comes again.
  static constexpr bool comes_again = true;

  explicit Clock(BootAllocator& allocator) noexcept {
    const auto frame = allocator.create_device_frame(Paddr{0x901'0000}).or_panic("no clock");
    map_frame(init_thread::vspace, frame, {place_, Rights::rw, VmAttributes::device}, allocator)
        .or_panic("the clock cannot be mapped");
  }
  static sys::Registers issue(CPtr to) noexcept {
    return machine::issue_triggered(init_thread::irq_control.cptr(), irq, 0, to);
  }
  void start() const {
    at(match_offset) = at(data_offset) + 1;
    at(mask_offset) = 1;
  }
  void stop() const {
    at(mask_offset) = 0;
    at(clear_offset) = 1;
  }

 private:
  static constexpr Word data_offset = 0;
  static constexpr Word match_offset = 4;
  static constexpr Word mask_offset = 0x10;
  static constexpr Word clear_offset = 0x1c;

  [[nodiscard]] volatile std::uint32_t& at(Word offset) const {
    return *reinterpret_cast<volatile std::uint32_t*>((place_ + offset).value());
  }

  Vaddr place_{0x10'0000'0000};
};

}  // namespace sel4::conformance
