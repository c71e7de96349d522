// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <core/abi.hpp>

namespace sel4::kernel {

/// What a capability is for. The numbers are our own.
enum class Kind : std::uint8_t {
  null,
  untyped,
  endpoint,
  notification,
  reply,
  cnode,
  tcb,
  sched_context,
  sched_control,
  irq_control,
  irq_handler,
  domain_set,
  /// What is left of a CNode or TCB while it is being emptied.
  remains,
  frame,
  page_table,
  asid_control,
  asid_pool,
  // Only some architectures have these.
  vspace,
  sgi_signal,
  io_port,
  io_port_control,
  io_page_table,
};

/// A capability: what it refers to and what it allows.
///
/// Every kind uses the same fields: the physical address of its object, a size (bits of an untyped,
/// radix of a CNode, bits of a scheduling context, bits of a frame), four rights, six bits of its
/// own (`extra`), and a word of data: badge, guard, free offset of an untyped, or the mapping.
struct Cap {
  Word head = 0;
  Word data = 0;

  static constexpr unsigned address_shift = 22;

  struct Fields {
    Kind kind;
    Word address = 0;
    unsigned size = 0;
    Word rights = 0;
    Word extra = 0;
    Word data = 0;
  };
  [[nodiscard]] static constexpr Cap make(const Fields& f) {
    return {f.address >> 4 << address_shift | f.extra << 16 | Word{f.size} << 10 | f.rights << 6 |
                static_cast<Word>(f.kind),
            f.data};
  }

  [[nodiscard]] constexpr Kind kind() const { return static_cast<Kind>(head & 31); }
  [[nodiscard]] constexpr bool is(Kind k) const { return kind() == k; }
  [[nodiscard]] constexpr bool is_null() const { return kind() == Kind::null; }
  [[nodiscard]] constexpr Word address() const { return head >> address_shift << 4; }
  [[nodiscard]] constexpr unsigned size() const { return head >> 10 & 63; }
  [[nodiscard]] constexpr Word rights() const { return head >> 6 & 15; }
  [[nodiscard]] constexpr Word extra() const { return head >> 16 & 63; }
  /// Made first for its object (or for its badge), so that copies of it count as its children.
  [[nodiscard]] constexpr bool is_original() const { return (head & 32) != 0; }

  constexpr void set_original(bool value) { head = (head & ~Word{32}) | (value ? 32 : 0); }
  constexpr void set_rights(Word value) { head = (head & ~(Word{15} << 6)) | value << 6; }
  constexpr void set_extra(Word value) { head = (head & ~(Word{63} << 16)) | value << 16; }

  [[nodiscard]] constexpr bool can(Word right) const { return (head >> 6 & right) != 0; }
  [[nodiscard]] constexpr Word badge() const { return data; }

  // CNode: extra is the guard's size, data the guard.
  [[nodiscard]] constexpr unsigned radix() const { return size(); }
  [[nodiscard]] constexpr unsigned guard_bits() const { return static_cast<unsigned>(extra()); }
  [[nodiscard]] constexpr Word guard() const { return data; }

  // Page table: extra is 1 if it is the root of an address space, where a page table can be; where
  // each level has a type of its own, it is the level, from 1 for the last.

  // Untyped: extra bit 0 says device memory, data is the offset of what is still free.
  [[nodiscard]] constexpr bool is_device() const { return (extra() & 1) != 0; }

  /// The same object, whatever may be done with it.
  [[nodiscard]] constexpr bool same_object(const Cap& other) const {
    return ((head ^ other.head) & (~low_bits(address_shift) | 31)) == 0;
  }
};
static_assert(sizeof(Cap) == 16);

}  // namespace sel4::kernel
