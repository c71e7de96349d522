// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "start.hpp"

#include <arch/machine.hpp>
#include <core/interrupt.hpp>
#include <core/scheduler.hpp>

namespace sel4::kernel::arch {

namespace {

constexpr Word boot_physical = 0x10'0000;
constexpr Word kernel_physical = 0x80'0000;
constexpr Word page = bit(seL4_PageBits);
constexpr Word four_gib = Word{1} << 32;

}  // namespace

const Region default_memory{};  // the boot loader always tells
// As in seL4's list, the last byte below 4 GiB is nobody's.
const Region kernel_devices[] = {
    {io_apic, io_apic + page}, {local_apic, local_apic + page}, {four_gib - 1, four_gib}};
const unsigned kernel_device_count = 3;
const Word device_end = CONFIG_PADDR_USER_DEVICE_TOP;
const bool sched_control_comes_first = true;

Region boot_memory() { return {boot_physical, kernel_physical}; }
Region kernel_memory() { return {boot_physical, kernel_physical_end}; }

extern "C" Context* kernel_start(Word magic, Word information) {
  start_console();
  start_descriptors();
  // XSAVE handles these registers.
  asm volatile("xsetbv" ::"c"(0), "a"(CONFIG_XSAVE_FEATURE_SET), "d"(0));
  const unsigned tsc_mhz = start_apics();
  irq_lines[timer_irq].is_issued = true;
  const BootArguments arguments = read_multiboot(magic, information, tsc_mhz);
  end_boot_mapping();
  boot(arguments);
  schedule();
  return &sched.current->context;
}

}  // namespace sel4::kernel::arch
