// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "processor.hpp"
#include "start.hpp"

#include <arch/machine.hpp>
#include <core/vspace.hpp>

extern "C" sel4::kernel::Word kernel_root[];

namespace sel4::kernel::arch {

namespace {

constexpr unsigned com1 = 0x3f8;
constexpr unsigned line_status = com1 + 5;
constexpr unsigned can_send = 1 << 5;
constexpr Word last_entry = 511;

/// What CR3 holds.
constinit Word translation = 0;

}  // namespace

void start_console() {
  out8(com1 + 1, 0);     // no interrupts
  out8(com1 + 3, 0x80);  // the divisor: 115200 baud
  out8(com1, 1);
  out8(com1 + 1, 0);
  out8(com1 + 3, 3);  // 8 bits, no parity
  out8(com1 + 4, 3);
}

void console_put(char character) {
  if (character == '\n') console_put('\r');
  while ((in8(line_status) & can_send) == 0) {
  }
  out8(com1, static_cast<unsigned char>(character));
}

void stop() {
  for (;;) asm volatile("cli\n hlt");
}

void clear_memory(void* start, Word bytes) {
  Word count = bytes / sizeof(Word);
  asm volatile("rep stosq" : "+D"(start), "+c"(count) : "a"(Word{0}) : "memory");
}

void end_boot_mapping() {
  kernel_root[0] = 0;
  switch_vspace(nullptr);
}

void init_root(Cap& cap) {
  object_of<Word[last_entry + 1]>(cap)[last_entry] = kernel_root[last_entry];
}

void switch_vspace(Tcb* tcb) {
  Word wanted = reinterpret_cast<Word>(kernel_root) - image_offset;
  if (tcb != nullptr) {
    const Cap& cap = tcb->slots[Tcb::vspace].cap;
    // What is in use is valid.
    if (is_root(cap) && cap.address() == translation) return;
    if (is_root(cap) && find_vspace(Mapping::of(cap).asid) == cap.address()) wanted = cap.address();
  }
  if (wanted == translation) return;
  translation = wanted;
  asm volatile("mov %0, %%cr3" ::"r"(wanted) : "memory");
}

}  // namespace sel4::kernel::arch
