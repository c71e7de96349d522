// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/arch/frame_methods.hpp>

namespace sel4 {

template <class Ipc>
class BasicFrame;

/// What frames of all sizes can do. `Kind` is the class template, as with ObjectOf.
template <template <class> class Kind, class Ipc>
class FrameOf : public arch::FrameMethods<Kind, Ipc> {
 public:
  using arch::FrameMethods<Kind, Ipc>::FrameMethods;

  /// Maps the frame at `vaddr`, a multiple of its size, or changes rights and attributes of a frame
  /// that this capability already has mapped there. To map a frame twice, copy its capability. The
  /// mapping gets those of `rights` that the capability has. (Manual: Page - Map.)
  /// Errors: alignment: `vaddr` is no multiple of the size; delete_first: something else is mapped
  /// there - but on Arm and x86 a frame of the same size is replaced without an error;
  /// failed_lookup: a translation table is missing there (see map_frame()); invalid_argument:
  /// mapped elsewhere by this capability, or a kernel address; invalid_capability, failed_lookup:
  /// the VSpace has no ASID; invalid_capability: mapped in another VSpace.
  template <class V>
  Result<> map(BasicVSpace<V> vspace, Vaddr vaddr, Rights rights,
               VmAttributes attributes) const noexcept {
    return arch::page_map(this->ipc(), this->cptr(), vspace.cptr(), vaddr.value(), rights.raw(),
                          attributes.raw());
  }

  /// Removes the mapping made through this capability; does nothing if there is none.
  /// Errors: invalid_capability, illegal_operation: not a frame.
  Result<> unmap() const noexcept { return arch::page_unmap(this->ipc(), this->cptr()); }

  /// The frame's physical address.
  /// Errors: invalid_capability, illegal_operation: not a frame.
  Result<Paddr> get_address() const noexcept {
    return arch::page_get_address(this->ipc(), this->cptr()).transform([](Word paddr) {
      return Paddr{paddr};
    });
  }
};

/// What frames of one size add: the facts about the size, and that they are frames.
template <template <class> class Kind, const ObjectKind& Facts, class Ipc>
class SizedFrameOf : public FrameOf<Kind, Ipc>, public KindFacts<Facts> {
 public:
  using FrameOf<Kind, Ipc>::FrameOf;
  /// The kind's name in messages: the manual's.
  static constexpr const char* kind_name = Facts.name;
  /// Its size.
  static constexpr Word bytes = Word{1} << Facts.size_bits;

  /// The same capability where the size does not matter.
  constexpr operator BasicFrame<Ipc>() const noexcept {  // NOLINT: implicit, every one is a frame
    return BasicFrame<Ipc>{this->cptr(), this->ipc()};
  }
};

/// A frame whose size only the kernel knows: it can be mapped and unmapped, but not made.
template <class Ipc>
class BasicFrame : public FrameOf<BasicFrame, Ipc> {
 public:
  using FrameOf<BasicFrame, Ipc>::FrameOf;
  /// The kind's name in messages.
  static constexpr const char* kind_name = "frame";
};

/// A frame of whatever size.
using Frame = BasicFrame<sys::ThreadIpc>;

/// A frame of the smallest size, the granule of the translation tables.
template <class Ipc>
class BasicSmallPage : public SizedFrameOf<BasicSmallPage, arch::kind::small_page, Ipc> {
 public:
  using SizedFrameOf<BasicSmallPage, arch::kind::small_page, Ipc>::SizedFrameOf;
};

/// A frame as large as what one table of the last level maps.
template <class Ipc>
class BasicLargePage : public SizedFrameOf<BasicLargePage, arch::kind::large_page, Ipc> {
 public:
  using SizedFrameOf<BasicLargePage, arch::kind::large_page, Ipc>::SizedFrameOf;
};

/// A frame as large as what one table of the last level but one maps.
template <class Ipc>
class BasicHugePage : public SizedFrameOf<BasicHugePage, arch::kind::huge_page, Ipc> {
 public:
  using SizedFrameOf<BasicHugePage, arch::kind::huge_page, Ipc>::SizedFrameOf;
};

/// A frame of the smallest size, 4 KiB.
using SmallPage = BasicSmallPage<sys::ThreadIpc>;
/// A frame of 2 MiB; RISC-V calls it mega page.
using LargePage = BasicLargePage<sys::ThreadIpc>;
/// A frame of 1 GiB; RISC-V calls it giga page. On x86-64 only where config::huge_page.
using HugePage = BasicHugePage<sys::ThreadIpc>;

/// A frame as small as they come, in any context.
template <class Ipc>
using BasicSmallFrame = BasicSmallPage<Ipc>;
/// A frame as small as they come, on every architecture.
using SmallFrame = SmallPage;

}  // namespace sel4
