// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/arch/blueprint.hpp>
#include <sel4/badge.hpp>
#include <sel4/frame.hpp>
#include <sel4/mapper.hpp>
#include <sel4/object.hpp>
#include <sel4/sys/bitfields.hpp>
#include <sel4/sys/invocations.hpp>

#include <concepts>

// Devices' address spaces on kernels with IOMMU support (seL4 manual, "I/O Space").
namespace sel4 {

/// A device on the PCI bus and the IOMMU domain to put it in.
struct PciDevice {
  /// Of the PCI bus, 8 bits.
  Word bus;
  /// On that bus, 5 bits.
  Word device;
  /// Of that device, 3 bits.
  Word function;
  /// Devices of one domain share an address space.
  Word domain;

  /// As Slot::mint() takes it, to make a device's I/O space from the master capability.
  [[nodiscard]] constexpr Badge badge() const noexcept {
    return Badge{(domain << 16) | (bus << 8) | (device << 3) | function};
  }
};

/// What one PCI device may access.
template <class Ipc>
class BasicIoSpace : public ObjectOf<BasicIoSpace, Ipc> {
 public:
  using ObjectOf<BasicIoSpace, Ipc>::ObjectOf;
  /// The kind's name in messages.
  static constexpr const char* kind_name = "I/O space";
};

/// A device's address space. Frames are mapped into it with SmallPage::map_io().
using IoSpace = BasicIoSpace<sys::ThreadIpc>;

/// A translation table of a device's address space.
template <class Ipc>
class BasicIoPageTable : public ObjectOf<BasicIoPageTable, Ipc>,
                         public KindFacts<arch::kind::io_page_table> {
 public:
  using ObjectOf<BasicIoPageTable, Ipc>::ObjectOf;
  /// The kind's name in messages.
  static constexpr const char* kind_name = "I/O page table";

  /// Maps the table as the one of the highest level that is missing at `address`.
  /// (Manual: I/O Page Table - Map.)
  /// Errors: invalid_capability: already mapped. Where none is missing the kernel says nothing and
  /// the table serves for nothing (seen on seL4 16.0.0).
  template <class S>
    requires(sys::available::x86_io_page_table_map)
  Result<> map(BasicIoSpace<S> io_space, IoAddr address) const noexcept {
    return x86_io_page_table_map(this->ipc(), this->cptr(), io_space.cptr(), address.value());
  }

  /// Takes the table out of its address space.
  Result<> unmap() const noexcept
    requires(sys::available::x86_io_page_table_unmap)
  {
    return x86_io_page_table_unmap(this->ipc(), this->cptr());
  }
};

/// A translation table of a device's address space.
using IoPageTable = BasicIoPageTable<sys::ThreadIpc>;

/// A callable that makes a new I/O page table object and returns where its capability is.
template <class T>
concept IoPageTableSource = requires(T source) {
  { source() } -> std::same_as<Result<CPtr>>;
};

/// Maps a small page for a device, and before it whatever I/O page tables are missing; how many
/// levels there are depends on the machine (bootinfo says it). Each is asked for only when the
/// kernel has said that one is missing. Errors: those of FrameOf::map_io(), BasicIoPageTable::map()
/// and of the source.
template <class S, class F, IoPageTableSource Source>
  requires(sys::available::x86_io_page_table_map)
Result<> map_io_frame(BasicIoSpace<S> io_space, BasicSmallPage<F> frame, IoAddr address,
                      Rights rights, Source&& source) {
  for (;;) {
    const Result<> mapped = frame.map_io(io_space, address, rights);
    if (mapped.error() != Error::failed_lookup) return mapped;
    // Ends because with each table one level less is missing.
    const BasicIoPageTable<F> table{SEL4_TRY(source()), frame.ipc()};
    SEL4_TRY(table.map(io_space, address));
  }
}

}  // namespace sel4
