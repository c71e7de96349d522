// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/address.hpp>
#include <sel4/arch/invocations.hpp>
#include <sel4/arch/vm_attributes.hpp>
#include <sel4/vspace.hpp>

namespace sel4 {

/// A translation table. Which levels it serves depends on the architecture: all but the root on
/// aarch64 and riscv64, the last on x86_64.
template <class Ipc>
class BasicPageTable : public ObjectOf<BasicPageTable, Ipc>,
                       public KindFacts<arch::kind::page_table> {
 public:
  using ObjectOf<BasicPageTable, Ipc>::ObjectOf;
  /// The kind's name in messages.
  static constexpr const char* kind_name = "page table";

  /// Maps the table so that it translates the addresses around `vaddr`; the kernel ignores the low
  /// bits. On Arm and RISC-V it becomes the table of the highest level that is missing there; on
  /// x86 it is always one of the last level. (Manual: Page Table - Map.) Errors: delete_first: no
  /// table is missing there; failed_lookup: on x86, no page directory is mapped there, or the
  /// VSpace has no ASID; invalid_argument: a kernel address; invalid_capability: already mapped, or
  /// the VSpace has no ASID.
  template <class V>
  Result<> map(BasicVSpace<V> vspace, Vaddr vaddr, VmAttributes attributes) const noexcept {
    return arch::page_table_map(this->ipc(), this->cptr(), vspace.cptr(), vaddr.value(),
                                attributes.raw());
  }

  /// Takes the table out of its address space and clears it.
  /// Errors: revoke_first: a copy of the capability exists.
  Result<> unmap() const noexcept { return arch::page_table_unmap(this->ipc(), this->cptr()); }
};

/// A translation table below the root; on x86 one of the last level only.
using PageTable = BasicPageTable<sys::ThreadIpc>;

}  // namespace sel4

// The architecture's other kinds of table.
#include <sel4/arch/translation_tables.hpp>
