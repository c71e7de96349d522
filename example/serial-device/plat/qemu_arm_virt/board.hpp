// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/alloc/boot_allocator.hpp>
#include <sel4/driver/pl011.hpp>
#include <sel4/sel4.hpp>

// QEMU's virt machine for Arm: the device tree's node /pl011@9000000, shared interrupt 1.
using Uart = sel4::driver::Pl011;

inline sel4::Result<Uart> make_uart(sel4::BootAllocator& allocator) {
  constexpr sel4::Vaddr registers{0x10'0000'0000};
  const auto frame = SEL4_TRY(allocator.create_device_frame(sel4::Paddr{0x900'0000}));
  SEL4_TRY(sel4::map_frame(sel4::init_thread::vspace, frame,
                           {registers, sel4::Rights::rw, sel4::VmAttributes::device}, allocator));
  return Uart{registers.value()};
}

inline sel4::Result<sel4::IrqHandler> make_irq_handler(sel4::BootAllocator& allocator) {
  const sel4::Slot slot = SEL4_TRY(allocator.slot());
  return sel4::init_thread::irq_control.get_trigger(33, sel4::IrqTrigger::level, slot);
}
