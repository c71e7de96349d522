// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "start.hpp"

#include <arch/machine.hpp>
#include <boot/boot.hpp>
#include <core/interrupt.hpp>
#include <core/scheduler.hpp>

extern "C" char kernel_start_address[], kernel_boot_end[], kernel_end[], trap_entry[];

namespace sel4::kernel::arch {

namespace {

constexpr Word kernel_physical = 0x8020'0000;

Word image_address(const void* object) {
  return reinterpret_cast<Word>(object) - reinterpret_cast<Word>(kernel_start_address) +
         kernel_physical;
}

}  // namespace

const Region default_memory{kernel_physical, 0x1'4000'0000};
const Region kernel_devices[] = {{clint, clint_end}, {plic, plic_end}};
const unsigned kernel_device_count = 2;

const Word device_end = CONFIG_PADDR_USER_DEVICE_TOP;
const bool sched_control_comes_first = false;

Region boot_memory() { return {kernel_physical, image_address(kernel_boot_end)}; }
Region kernel_memory() { return {kernel_physical, image_address(kernel_end)}; }

namespace {

void start_machine() {
  constexpr Word timer_and_external = 1 << 5 | 1 << 9;
  // Programs run with interrupts and without the FPU; the kernel does not touch their memory.
  constexpr Word user_status = 1 << 5;
  asm volatile("csrw stvec, %0\n csrw sstatus, %1\n csrw sie, %2" ::"r"(trap_entry),
               "r"(user_status), "r"(timer_and_external));
  start_plic();
  irq_lines[timer_irq].is_issued = true;
}

}  // namespace

extern "C" Context* kernel_start(Word image_start, Word image_end, Word physical_minus_virtual,
                                 Word entry, Word dtb, Word dtb_size) {
  start_mmu();
  start_machine();
  boot_with_device_tree({image_start, image_end, physical_minus_virtual, entry}, dtb, dtb_size);
  schedule();
  asm volatile("fence.i" ::: "memory");
  return &sched.current->context;
}

}  // namespace sel4::kernel::arch
