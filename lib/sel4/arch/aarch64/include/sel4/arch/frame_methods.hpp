// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/address.hpp>
#include <sel4/arch/invocations.hpp>
#include <sel4/arch/vm_attributes.hpp>
#include <sel4/rights.hpp>
#include <sel4/vspace.hpp>

namespace sel4::arch {

/// A part of a frame: the bytes from `start` up to but without `end`, counted from the frame's
/// first.
struct FrameRange {
  /// Bytes from the frame's first.
  Word start;
  /// One past the last; above `start`, at most the frame's size.
  Word end;
};

/// What only frames on Arm can do: cache maintenance. The frame must be mapped; ranges are best
/// aligned to cache lines.
/// Errors of all four: range: the range is empty or leaves the frame; illegal_operation: not
/// mapped, or with hypervisor support the range overlaps the kernel; failed_lookup: the VSpace has
/// no ASID; invalid_capability: the mapping is stale.
template <template <class> class Kind, class Ipc>
class FrameMethods : public ObjectOf<Kind, Ipc> {
 public:
  using ObjectOf<Kind, Ipc>::ObjectOf;

  /// Writes cached data back to memory.
  Result<> clean_data(FrameRange range) const noexcept {
    return arm_page_clean_data(this->ipc(), this->cptr(), range.start, range.end);
  }

  /// Forgets cached data; what was not written back is lost, except in lines that lie partly
  /// outside.
  Result<> invalidate_data(FrameRange range) const noexcept {
    return arm_page_invalidate_data(this->ipc(), this->cptr(), range.start, range.end);
  }

  /// Writes cached data back to memory and forgets it.
  Result<> clean_invalidate_data(FrameRange range) const noexcept {
    return arm_page_clean_invalidate_data(this->ipc(), this->cptr(), range.start, range.end);
  }

  /// Makes instructions that were written as data visible to instruction fetches.
  Result<> unify_instruction(FrameRange range) const noexcept {
    return arm_page_unify_instruction(this->ipc(), this->cptr(), range.start, range.end);
  }
};

}  // namespace sel4::arch

namespace sel4 {
using arch::FrameRange;
}  // namespace sel4
