// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "start.hpp"

#include <arch/machine.hpp>
#include <core/vspace.hpp>

extern "C" char kernel_start_address[];

namespace sel4::kernel::arch {

namespace {

// Calls of the firmware.
constexpr Word sbi_set_timer = 0x5449'4d45;
constexpr Word sbi_put_character = 1;

void call_firmware(Word extension, Word argument) {
  register Word a0 asm("a0") = argument;
  register Word a1 asm("a1") = 0;
  register Word a6 asm("a6") = 0;
  register Word a7 asm("a7") = extension;
  asm volatile("ecall" : "+r"(a0), "+r"(a1) : "r"(a6), "r"(a7) : "memory");
}

constexpr Word entries = 512;
constexpr unsigned gib_bits = 30;
constexpr Word kernel_physical_gib = 0x8000'0000;
constexpr Word sv39 = 8;

/// Translates the kernel's half: the window, and the image at the second last GiB.
alignas(4096) constinit Word kernel_root[entries]{};
constexpr Word first_kernel_entry = entries / 2;
constexpr Word image_entry = entries - 2;

Word root_address() { return reinterpret_cast<Word>(kernel_root) << 32 >> 32; }
Word satp_of(Word root, Word asid) { return sv39 << 60 | asid << 44 | root >> seL4_PageBits; }

/// What satp holds.
constinit Word translation = 0;

}  // namespace

// The firmware puts a return before each end of line itself.
void console_put(char character) {
  call_firmware(sbi_put_character, static_cast<unsigned char>(character));
}

void set_deadline(Ticks time) { call_firmware(sbi_set_timer, time); }

void stop() {
  for (;;) asm volatile("csrw sie, zero\n wfi");
}

void clear_memory(void* start, Word bytes) {
  Word* at = static_cast<Word*>(start);
  for (const Word* end = at + bytes / sizeof(Word); at != end; at += 8) {
    for (unsigned i = 0; i < 8; ++i) static_cast<volatile Word*>(at)[i] = 0;
  }
}

void start_mmu() {
  constexpr Word flags =
      Pte::valid | Pte::read | Pte::write | Pte::execute | Pte::global | Pte::accessed | Pte::dirty;
  for (Word n = first_kernel_entry; n < image_entry; ++n) {
    kernel_root[n] = (n - first_kernel_entry) << gib_bits >> Pte::address_shift | flags;
  }
  kernel_root[image_entry] = kernel_physical_gib >> Pte::address_shift | flags;
  switch_vspace(nullptr);
  asm volatile("sfence.vma" ::: "memory");
}

void init_root(Cap& cap) {
  cap.set_extra(1);
  Word* root = &object_of<Word>(cap);
  for (Word n = first_kernel_entry; n < entries; ++n) root[n] = kernel_root[n];
}

void switch_vspace(Tcb* tcb) {
  Word wanted = satp_of(root_address(), 0);
  if (tcb != nullptr) {
    const Cap& cap = tcb->slots[Tcb::vspace].cap;
    const Word asid = Mapping::of(cap).asid;
    const Word own = satp_of(cap.address(), asid);
    // What is in use is valid.
    if (own == translation) return;
    if (is_root(cap) && find_vspace(asid) == cap.address()) wanted = own;
  }
  if (wanted == translation) return;
  translation = wanted;
  asm volatile("csrw satp, %0" ::"r"(wanted) : "memory");
}

}  // namespace sel4::kernel::arch
