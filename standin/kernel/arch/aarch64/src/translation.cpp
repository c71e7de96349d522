// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <arch/translation.hpp>

namespace sel4::kernel::arch {

namespace {

// Descriptor bits.
constexpr Word valid = 1;
constexpr Word page = 2;
constexpr Word normal_memory = 4 << 2;  // index into MAIR_EL1
constexpr Word device_memory = 0 << 2;
constexpr Word for_user = 1 << 6;
constexpr Word read_only = 1 << 7;
constexpr Word inner_shareable = 3 << 8;
constexpr Word accessed = 1 << 10;
constexpr Word not_global = 1 << 11;
constexpr Word kernel_execute_never = Word{1} << 53;
constexpr Word user_execute_never = Word{1} << 54;

void flush_barrier() { asm volatile("dsb ish\n isb" ::: "memory"); }

}  // namespace

Word frame_entry(Word paddr, unsigned bits, Word rights, Word attributes) {
  Word entry = paddr | valid | accessed | not_global | inner_shareable | kernel_execute_never;
  if (bits == seL4_PageBits) entry |= page;
  entry |= (attributes & seL4_ARM_PageCacheable) != 0 ? normal_memory : device_memory;
  if ((attributes & seL4_ARM_ExecuteNever) != 0) entry |= user_execute_never;
  if ((rights & Rights::read) != 0) {
    entry |= for_user;
    if ((rights & Rights::write) == 0) entry |= read_only;
  }
  return entry;
}

void write_entry(Word* entry, Word value) {
  *static_cast<volatile Word*>(entry) = value;
  asm volatile("dsb ishst\n isb" ::: "memory");
}

void flush_page(Word asid, Word vaddr) {
  asm volatile("dsb ishst\n tlbi vae1, %0" ::"r"(asid << 48 | (vaddr >> 12 & low_bits(44)))
               : "memory");
  flush_barrier();
}

void flush_asid(Word asid) {
  asm volatile("dsb ishst\n tlbi aside1, %0" ::"r"(asid << 48) : "memory");
  flush_barrier();
}

}  // namespace sel4::kernel::arch
