// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <arch/vspace.hpp>
#include <core/error.hpp>

namespace sel4::kernel::arch {

namespace {

constexpr unsigned index_bits = seL4_PageTableIndexBits;
constexpr unsigned root_bits = page_bits + 3 * index_bits;
constexpr Word address_mask = 0x0000'ffff'ffff'f000;

// Descriptor bits.
constexpr Word valid = 1;
constexpr Word table_or_page = 2;
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

Walk walk(Word vspace, Word vaddr, unsigned bits) {
  Word* table = reinterpret_cast<Word*>(to_virtual(vspace));
  unsigned at = root_bits;
  for (;;) {
    Word* entry = table + (vaddr >> at & low_bits(index_bits));
    if (at == bits || !is_table_entry(*entry, at)) return {entry, at};
    table = reinterpret_cast<Word*>(to_virtual(*entry & address_mask));
    at -= index_bits;
  }
}

Word frame_entry(Word paddr, unsigned bits, Word rights, Word attributes) {
  Word entry = paddr | valid | accessed | not_global | inner_shareable | kernel_execute_never;
  if (bits == page_bits) entry |= table_or_page;
  entry |= (attributes & seL4_ARM_PageCacheable) != 0 ? normal_memory : device_memory;
  if ((attributes & seL4_ARM_ExecuteNever) != 0) entry |= user_execute_never;
  if ((rights & Rights::read) != 0) {
    entry |= for_user;
    if ((rights & Rights::write) == 0) entry |= read_only;
  }
  return entry;
}

Word table_entry(Word paddr) { return paddr | table_or_page | valid; }

bool is_table_entry(Word entry, unsigned bits) {
  return bits > page_bits && (entry & (valid | table_or_page)) == (valid | table_or_page);
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
