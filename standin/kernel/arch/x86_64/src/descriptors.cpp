// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "processor.hpp"
#include "start.hpp"

extern "C" char kernel_stack_top[], vectors[], syscall_entry[];

// Segments and gates, as far as 64-bit mode still needs them.

namespace sel4::kernel::arch {

namespace {

constexpr unsigned kernel_code = 0x08;
constexpr unsigned kernel_data = 0x10;
constexpr unsigned task = 0x28;
constexpr Word vector_size = 16;
constexpr unsigned vector_count = 256;

// Each is one word; that of the task takes two.
constinit Word segments[]{
    0,
    0x00af'9a00'0000'ffff,  // kernel code
    0x00cf'9200'0000'ffff,  // kernel data
    0x00cf'f200'0000'ffff,  // program data
    0x00af'fa00'0000'ffff,  // program code
    0,
    0,
};

struct [[gnu::packed]] TaskState {
  std::uint32_t reserved = 0;
  Word stack[3]{};
  Word unused = 0;
  Word interrupt_stack[7]{};
  Word unused_too = 0;
  std::uint16_t unused_end = 0;
  std::uint16_t io_map = 0;
};
constinit TaskState task_state{};

struct Gate {
  Word low;
  Word high;
};
constinit Gate gates[vector_count]{};

struct [[gnu::packed]] TablePointer {
  std::uint16_t limit;
  Word address;
};

constexpr Word interrupt_gate = 0x8e00;
/// The one that programs can enter by an instruction of its own.
constexpr unsigned breakpoint = 3;
constexpr Word for_programs = 0x6000;

void start_syscall() {
  constexpr unsigned star = 0xc000'0081;
  constexpr unsigned lstar = 0xc000'0082;
  constexpr unsigned fmask = 0xc000'0084;
  // SYSRET takes the segments behind the one named: program data, then code.
  write_msr(star, Word{kernel_data} << 48 | Word{kernel_code} << 32);
  write_msr(lstar, reinterpret_cast<Word>(syscall_entry));
  // Trap, interrupts, direction, input and output, nested task, alignment check.
  write_msr(fmask, 0x4'7700);
}

}  // namespace

void start_descriptors() {
  task_state.stack[0] = reinterpret_cast<Word>(kernel_stack_top);
  task_state.io_map = sizeof task_state;
  const Word at = reinterpret_cast<Word>(&task_state);
  segments[task / 8] = (sizeof task_state - 1) | (at & low_bits(24)) << 16 | Word{0x89} << 40 |
                       (at >> 24 & 0xff) << 56;
  segments[task / 8 + 1] = at >> 32;
  for (unsigned n = 0; n < vector_count; ++n) {
    const Word to = reinterpret_cast<Word>(vectors) + n * vector_size;
    const Word kind = interrupt_gate | (n == breakpoint ? for_programs : 0);
    gates[n].low = (to & 0xffff) | Word{kernel_code} << 16 | kind << 32 | (to >> 16 & 0xffff) << 48;
    gates[n].high = to >> 32;
  }
  const TablePointer gdt{sizeof segments - 1, reinterpret_cast<Word>(segments)};
  const TablePointer idt{sizeof gates - 1, reinterpret_cast<Word>(gates)};
  asm volatile("lgdt %0\n lidt %1" ::"m"(gdt), "m"(idt) : "memory");
  asm volatile("mov %w0, %%ss\n ltr %w1" ::"r"(kernel_data), "r"(task) : "memory");
  start_syscall();
}

}  // namespace sel4::kernel::arch
