// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/alloc/boot_allocator.hpp>
#include <sel4/driver/ns16550.hpp>
#include <sel4/sel4.hpp>

// QEMU's virt machine for RISC-V: the device tree's node /soc/serial@10000000, interrupt 10.
using Uart = sel4::driver::Ns16550<sel4::driver::MappedRegisters>;

inline sel4::Result<Uart> make_uart(sel4::BootAllocator& allocator) {
  constexpr sel4::Vaddr registers{0x10'0000'0000};
  const auto frame = SEL4_TRY(allocator.create_device_frame(sel4::Paddr{0x1000'0000}));
  SEL4_TRY(sel4::map_frame(sel4::init_thread::vspace, frame,
                           {registers, sel4::Rights::rw, sel4::VmAttributes::device}, allocator));
  return Uart{sel4::driver::MappedRegisters{registers.value()}};
}

inline sel4::Result<sel4::IrqHandler> make_irq_handler(sel4::BootAllocator& allocator) {
  return sel4::init_thread::irq_control.get(10, SEL4_TRY(allocator.slot()));
}
