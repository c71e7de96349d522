// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/translation_table.hpp>

#include <cstddef>

namespace sel4 {

/// A translation table of the last level but one: its entries name page tables or large pages.
template <class Ipc>
class BasicPageDirectory : public ObjectOf<BasicPageDirectory, Ipc>,
                           public KindFacts<arch::kind::page_directory> {
 public:
  using ObjectOf<BasicPageDirectory, Ipc>::ObjectOf;
  /// The kind's name in messages.
  static constexpr const char* kind_name = "page directory";

  /// Maps the table so that it translates the GiB around `vaddr`. (Manual: Page Directory - Map.)
  /// Errors: delete_first: there is one; failed_lookup: no PDPT is mapped there, or the VSpace has
  /// no ASID; invalid_argument: a kernel address; invalid_capability: already mapped.
  template <class V>
  Result<> map(BasicVSpace<V> vspace, Vaddr vaddr, VmAttributes attributes) const noexcept {
    return x86_page_directory_map(this->ipc(), this->cptr(), vspace.cptr(), vaddr.value(),
                                  attributes.raw());
  }

  /// Takes the table out of its address space and clears it.
  /// Errors: revoke_first: a copy of the capability exists.
  Result<> unmap() const noexcept { return x86_page_directory_unmap(this->ipc(), this->cptr()); }
};

/// A translation table of the last level but one.
using PageDirectory = BasicPageDirectory<sys::ThreadIpc>;

/// A translation table of the second level: its entries name page directories or huge pages.
template <class Ipc>
class BasicPdpt : public ObjectOf<BasicPdpt, Ipc>, public KindFacts<arch::kind::pdpt> {
 public:
  using ObjectOf<BasicPdpt, Ipc>::ObjectOf;
  /// The kind's name in messages.
  static constexpr const char* kind_name = "PDPT";

  /// Maps the table so that it translates the 512 GiB around `vaddr`. (Manual: PDPT - Map.)
  /// Errors: delete_first: there is one; failed_lookup: the VSpace has no ASID; invalid_argument: a
  /// kernel address; invalid_capability: already mapped.
  template <class V>
  Result<> map(BasicVSpace<V> vspace, Vaddr vaddr, VmAttributes attributes) const noexcept {
    return x86_pdpt_map(this->ipc(), this->cptr(), vspace.cptr(), vaddr.value(), attributes.raw());
  }

  /// Takes the table out of its address space and clears it.
  /// Errors: revoke_first: a copy of the capability exists.
  Result<> unmap() const noexcept { return x86_pdpt_unmap(this->ipc(), this->cptr()); }
};

/// A page directory pointer table, the level below the root.
using Pdpt = BasicPdpt<sys::ThreadIpc>;

/// The root of an address space, in any context.
template <class Ipc>
using BasicPml4 = BasicVSpace<Ipc>;
/// The root of an address space.
using Pml4 = VSpace;

}  // namespace sel4

namespace sel4::arch {

/// Maps a table of `depth` of vspace_tree, 1 to 3.
template <class Ipc>
Result<> map_table(Ipc ipc, CPtr table, CPtr vspace, std::size_t depth, Vaddr vaddr,
                   VmAttributes attributes) noexcept {
  switch (depth) {
    case 1:
      return BasicPdpt<Ipc>{table, ipc}.map(VSpace{vspace}, vaddr, attributes);
    case 2:
      return BasicPageDirectory<Ipc>{table, ipc}.map(VSpace{vspace}, vaddr, attributes);
    default:
      return BasicPageTable<Ipc>{table, ipc}.map(VSpace{vspace}, vaddr, attributes);
  }
}

}  // namespace sel4::arch
