// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "start.hpp"

#include <arch/machine.hpp>
#include <core/vspace.hpp>

namespace sel4::kernel::arch {

namespace {

// PL011.
constexpr Word data_register = 0x00;
constexpr Word flag_register = 0x18;
constexpr std::uint32_t transmit_full = 1U << 5;

volatile std::uint32_t& uart_register(Word offset) {
  return *reinterpret_cast<volatile std::uint32_t*>(window + uart + offset);
}

/// What TTBR0_EL1 holds.
constinit Word translation = 0;

}  // namespace

void console_put(char character) {
  if (character == '\n') console_put('\r');
  while ((uart_register(flag_register) & transmit_full) != 0) {
  }
  uart_register(data_register) = static_cast<unsigned char>(character);
}

void stop() {
  for (;;) asm volatile("msr daifset, #0xf\n wfi");
}

void clear_memory(void* start, Word bytes) {
  const Word begin = reinterpret_cast<Word>(start);
  for (Word at = begin; at < begin + bytes; at += 64)
    asm volatile("dc zva, %0" ::"r"(at) : "memory");
}

void switch_vspace(Tcb* tcb) {
  Word wanted = empty_vspace();
  if (tcb != nullptr) {
    const Cap& cap = tcb->slots[Tcb::vspace].cap;
    const Word asid = Mapping::of(cap).asid;
    const Word own = cap.address() | asid << 48;
    // What is in use is valid.
    if (own == translation) return;
    if (cap.is(Kind::vspace) && find_vspace(asid) == cap.address()) wanted = own;
  }
  if (wanted == translation) return;
  translation = wanted;
  asm volatile("msr ttbr0_el1, %0\n isb" ::"r"(wanted) : "memory");
}

}  // namespace sel4::kernel::arch
