// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/arch/blueprint.hpp>
#include <sel4/mapper.hpp>
#include <sel4/object.hpp>
#include <sel4/sys/invocations.hpp>

#include <cstddef>

// The address space of a virtual machine: extended page tables, on kernels with VT-x support.
namespace sel4 {

/// The root of a virtual machine's address space.
template <class Ipc>
class BasicEptPml4 : public ObjectOf<BasicEptPml4, Ipc>, public KindFacts<arch::kind::ept_pml4> {
 public:
  using ObjectOf<BasicEptPml4, Ipc>::ObjectOf;
  /// The kind's name in messages.
  static constexpr const char* kind_name = "EPT PML4";
  /// AsidPool::assign() takes it.
  static constexpr bool takes_asid = true;
};

/// The root of a virtual machine's address space. Before anything can be mapped it needs an
/// identifier: AsidPool::assign(). Frames are mapped into it with FrameOf::map_ept().
using EptPml4 = BasicEptPml4<sys::ThreadIpc>;

/// A table of the second level of a virtual machine's address space.
template <class Ipc>
class BasicEptPdpt : public ObjectOf<BasicEptPdpt, Ipc>, public KindFacts<arch::kind::ept_pdpt> {
 public:
  using ObjectOf<BasicEptPdpt, Ipc>::ObjectOf;
  /// The kind's name in messages.
  static constexpr const char* kind_name = "EPT PDPT";

  /// Maps the table so that it translates the 512 GiB around `address`.
  /// Errors, here and of the other kinds' map(): delete_first: there is one; failed_lookup: a table
  /// above is missing, or the root has no identifier; invalid_capability: already mapped.
  template <class S>
    requires(sys::available::x86_ept_pdpt_map)
  Result<> map(BasicEptPml4<S> root, GuestPaddr address, EptAttributes attributes) const noexcept {
    return x86_ept_pdpt_map(this->ipc(), this->cptr(), root.cptr(), address.value(),
                            attributes.raw());
  }

  /// Takes the table out of its address space.
  Result<> unmap() const noexcept
    requires(sys::available::x86_ept_pdpt_unmap)
  {
    return x86_ept_pdpt_unmap(this->ipc(), this->cptr());
  }
};

/// A table whose entries name page directories of a virtual machine's address space.
using EptPdpt = BasicEptPdpt<sys::ThreadIpc>;

/// A table of the third level of a virtual machine's address space.
template <class Ipc>
class BasicEptPageDirectory : public ObjectOf<BasicEptPageDirectory, Ipc>,
                              public KindFacts<arch::kind::ept_pd> {
 public:
  using ObjectOf<BasicEptPageDirectory, Ipc>::ObjectOf;
  /// The kind's name in messages.
  static constexpr const char* kind_name = "EPT page directory";

  /// Maps the table so that it translates the GiB around `address`.
  template <class S>
    requires(sys::available::x86_ept_pd_map)
  Result<> map(BasicEptPml4<S> root, GuestPaddr address, EptAttributes attributes) const noexcept {
    return x86_ept_pd_map(this->ipc(), this->cptr(), root.cptr(), address.value(),
                          attributes.raw());
  }

  /// Takes the table out of its address space.
  Result<> unmap() const noexcept
    requires(sys::available::x86_ept_pd_unmap)
  {
    return x86_ept_pd_unmap(this->ipc(), this->cptr());
  }
};

/// A table whose entries name page tables of a virtual machine's address space, or frames of 2 MiB.
using EptPageDirectory = BasicEptPageDirectory<sys::ThreadIpc>;

/// A table of the last level of a virtual machine's address space.
template <class Ipc>
class BasicEptPageTable : public ObjectOf<BasicEptPageTable, Ipc>,
                          public KindFacts<arch::kind::ept_pt> {
 public:
  using ObjectOf<BasicEptPageTable, Ipc>::ObjectOf;
  /// The kind's name in messages.
  static constexpr const char* kind_name = "EPT page table";

  /// Maps the table so that it translates the 2 MiB around `address`.
  template <class S>
    requires(sys::available::x86_ept_pt_map)
  Result<> map(BasicEptPml4<S> root, GuestPaddr address, EptAttributes attributes) const noexcept {
    return x86_ept_pt_map(this->ipc(), this->cptr(), root.cptr(), address.value(),
                          attributes.raw());
  }

  /// Takes the table out of its address space.
  Result<> unmap() const noexcept
    requires(sys::available::x86_ept_pt_unmap)
  {
    return x86_ept_pt_unmap(this->ipc(), this->cptr());
  }
};

/// A table whose entries name frames of 4 KiB.
using EptPageTable = BasicEptPageTable<sys::ThreadIpc>;

/// Where and how map_guest_frame() maps a frame.
struct GuestMapping {
  /// Where the guest sees it; aligned to the frame's size.
  GuestPaddr address;
  /// The kernel leaves out those that the frame's capability does not have.
  Rights rights;
  /// How the guest's accesses are cached.
  EptAttributes attributes;
};

namespace detail {

template <class Ipc>
  requires(sys::available::x86_ept_pt_map)
Result<> map_ept_table(Ipc ipc, CPtr table, EptPml4 root, std::size_t depth,
                       GuestPaddr address) noexcept {
  switch (depth) {
    case 1:
      return BasicEptPdpt<Ipc>{table, ipc}.map(root, address, EptAttributes::standard);
    case 2:
      return BasicEptPageDirectory<Ipc>{table, ipc}.map(root, address, EptAttributes::standard);
    default:
      return BasicEptPageTable<Ipc>{table, ipc}.map(root, address, EptAttributes::standard);
  }
}

}  // namespace detail

/// Maps a frame into a virtual machine, and before it whatever translation tables are missing at
/// its address: what map_frame() is for a VSpace, with the same errors.
template <class G, class F, TableSource Source>
  requires(sys::available::x86_page_map_ept && requires { F::size_bits; })
Result<> map_guest_frame(BasicEptPml4<G> guest, F frame, const GuestMapping& mapping,
                         Source&& source) {
  constexpr std::optional<std::size_t> deepest = arch::ept_tree.depth_of_frame(F::size_bits);
  static_assert(deepest, "no table of a virtual machine has entries for frames of this size");
  detail::TreeMapper mapper{
      arch::ept_tree, false,
      [&] { return frame.map_ept(guest, mapping.address, mapping.rights, mapping.attributes); },
      [&](CPtr table, std::size_t depth) {
        return detail::map_ept_table(frame.ipc(), table, guest, depth, mapping.address);
      },
      source};
  return mapper.map(*deepest);
}

}  // namespace sel4
