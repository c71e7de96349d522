// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/address.hpp>
#include <sel4/arch/invocations.hpp>
#include <sel4/arch/vm_attributes.hpp>
#include <sel4/rights.hpp>
#include <sel4/vspace.hpp>

namespace sel4 {
template <class Ipc>
class BasicIoSpace;
template <class Ipc>
class BasicEptPml4;
}  // namespace sel4

namespace sel4::arch {

/// What only frames on x86 can do: be mapped for devices and for virtual machines.
template <template <class> class Kind, class Ipc>
class FrameMethods : public ObjectOf<Kind, Ipc> {
 public:
  using ObjectOf<Kind, Ipc>::ObjectOf;

  /// Maps the frame, a small page, for a device. (Manual: Page - Map I/O.)
  /// Errors: delete_first: something is mapped there; failed_lookup: too few I/O page tables there
  /// (see map_io_frame()); invalid_argument: no rights, or more than the capability has;
  /// invalid_capability: already mapped, or not a small page.
  template <class S>
    requires(sys::available::x86_page_map_io)
  Result<> map_io(BasicIoSpace<S> io_space, IoAddr address, Rights rights) const noexcept {
    return x86_page_map_io(this->ipc(), this->cptr(), io_space.cptr(), rights.raw(),
                           address.value());
  }

  /// Maps the frame into a virtual machine. (Manual: Page - Map EPT.)
  /// Errors: alignment: `address` is no multiple of the size; delete_first: something is mapped
  /// there; failed_lookup: a translation table is missing there (see map_guest_frame()), or the VM
  /// has no ASID; invalid_argument, invalid_capability: mapped elsewhere.
  template <class S>
    requires(sys::available::x86_page_map_ept)
  Result<> map_ept(BasicEptPml4<S> guest, GuestPaddr address, Rights rights,
                   EptAttributes attributes) const noexcept {
    return x86_page_map_ept(this->ipc(), this->cptr(), guest.cptr(), address.value(), rights.raw(),
                            attributes.raw());
  }
};

}  // namespace sel4::arch
