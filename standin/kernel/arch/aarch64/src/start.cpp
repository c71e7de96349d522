// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "start.hpp"

#include <arch/machine.hpp>
#include <boot/boot.hpp>
#include <core/interrupt.hpp>
#include <core/scheduler.hpp>

extern "C" char kernel_start_address[], kernel_boot_end[], kernel_end[], exception_vectors[];

namespace sel4::kernel::arch {

namespace {

constexpr Word entries = 512;
constexpr unsigned gib_bits = 30;
constexpr unsigned small_block_bits = 21;
constexpr Word kernel_physical = 0x4000'0000;

struct alignas(4096) Table {
  Word entry[entries];
};
constinit Table kernel_root{};
constinit Table kernel_gibs{};
// Of the kernel's image: in small blocks, because faults on its addresses tell programs the level.
constinit Table kernel_image{};
constinit Table empty{};

/// Of the kernel's own image, which is not in the window.
Word image_address(const void* object) {
  return reinterpret_cast<Word>(object) - reinterpret_cast<Word>(kernel_start_address) +
         kernel_physical;
}

// Descriptors of the kernel's blocks.
constexpr Word block = 1 | 1 << 10 | Word{1} << 54;  // accessed, not for execution by programs
constexpr Word normal = 4 << 2 | 3 << 8;
constexpr Word never_execute = Word{1} << 53;

// Memory types by index: 0 device, 4 normal memory, write-back.
constexpr Word memory_types = 0xff'00'00'00'00;
// 48 bits of address on both sides, 4 KiB granules, cached table walks, 16-bit ASIDs.
constexpr Word translation_control = Word{16} | Word{16} << 16 | Word{2} << 30 | Word{1} << 8 |
                                     Word{1} << 10 | Word{3} << 12 | Word{1} << 24 | Word{1} << 26 |
                                     Word{3} << 28 | Word{1} << 36;

}  // namespace

Word empty_vspace() { return image_address(&empty); }

const Region default_memory{kernel_physical, 0x8000'0000};
const Region kernel_devices[] = {{gic_distributor, gic_distributor + 0x1000},
                                 {gic_cpu_interface, gic_cpu_interface + 0x1000}};
const unsigned kernel_device_count = 2;

const Word device_end = CONFIG_PADDR_USER_DEVICE_TOP;
const bool sched_control_comes_first = false;

Region boot_memory() { return {kernel_physical, image_address(kernel_boot_end)}; }
Region kernel_memory() { return {kernel_physical, image_address(kernel_end)}; }

void start_mmu() {
  for (Word gib = 0; gib < entries - 1; ++gib) {
    // Below the memory and far above it are devices.
    const bool is_memory = gib >= 1 && gib < 8;
    kernel_gibs.entry[gib] = gib << gib_bits | block | never_execute | (is_memory ? normal : 0);
  }
  for (Word i = 0; i < entries; ++i) {
    kernel_image.entry[i] = (kernel_physical + (i << small_block_bits)) | block | normal;
  }
  kernel_gibs.entry[entries - 1] = image_address(&kernel_image) | 3;
  kernel_root.entry[entries - 1] = image_address(&kernel_gibs) | 3;
  Word range;
  asm volatile("mrs %0, id_aa64mmfr0_el1" : "=r"(range));
  const Word control = translation_control | (range & 7) << 32;
  asm volatile(
      "dsb sy\n msr mair_el1, %0\n msr tcr_el1, %1\n msr ttbr1_el1, %2\n msr ttbr0_el1, %3\n isb\n"
      "tlbi vmalle1\n dsb sy\n isb\n" ::"r"(memory_types),
      "r"(control), "r"(image_address(&kernel_root)), "r"(empty_vspace())
      : "memory");
}

namespace {

void start_machine() {
  asm volatile("msr vbar_el1, %0" ::"r"(exception_vectors));
  asm volatile("msr cpacr_el1, %0" ::"r"(Word{1} << 20));
  // Programs may read the physical counter, and use the performance monitors.
  asm volatile("msr cntkctl_el1, %0" ::"r"(Word{1}));
  asm volatile("msr pmuserenr_el0, %0" ::"r"(Word{1}));
  // Alignment is not checked; programs may use cache maintenance and look at cache types.
  Word sctlr;
  asm volatile("mrs %0, sctlr_el1" : "=r"(sctlr));
  sctlr &= ~Word{1 << 1 | 1 << 3 | 1 << 4 | 1 << 14 | 1 << 19};
  sctlr |= Word{1 << 0 | 1 << 2 | 1 << 12 | 1 << 15 | 1 << 26};
  asm volatile("msr sctlr_el1, %0\n isb" ::"r"(sctlr));
  asm volatile("msr cntv_ctl_el0, %0" ::"r"(Word{1}));
  start_gic();
  irq_lines[timer_irq].is_issued = true;
}

}  // namespace

extern "C" Context* kernel_start(Word image_start, Word image_end, Word physical_minus_virtual,
                                 Word entry, Word dtb, Word dtb_size) {
  start_mmu();
  start_machine();
  boot_with_device_tree({image_start, image_end, physical_minus_virtual, entry}, dtb, dtb_size);
  schedule();
  asm volatile("ic iallu\n dsb sy\n isb" ::: "memory");
  return &sched.current->context;
}

}  // namespace sel4::kernel::arch
