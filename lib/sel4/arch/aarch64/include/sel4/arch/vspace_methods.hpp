// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/address.hpp>
#include <sel4/arch/blueprint.hpp>
#include <sel4/object.hpp>
#include <sel4/sys/invocations.hpp>

namespace sel4::arch {

/// What only a VSpace on Arm can do: cache maintenance by virtual address. The range is from
/// `start` up to but without `end`, and lies within one page. Errors of all four: range: the range
/// is empty or crosses a page; illegal_operation: it reaches into the kernel's addresses;
/// failed_lookup, invalid_capability: the VSpace has no ASID.
template <template <class> class Kind, class Ipc>
class VSpaceMethods : public ObjectOf<Kind, Ipc> {
 public:
  using ObjectOf<Kind, Ipc>::ObjectOf;

  /// Writes cached data back to memory.
  Result<> clean_data(Vaddr start, Vaddr end) const noexcept {
    return arm_vspace_clean_data(this->ipc(), this->cptr(), start.value(), end.value());
  }

  /// Forgets cached data; what was not written back is lost.
  Result<> invalidate_data(Vaddr start, Vaddr end) const noexcept {
    return arm_vspace_invalidate_data(this->ipc(), this->cptr(), start.value(), end.value());
  }

  /// Writes cached data back to memory and forgets it.
  Result<> clean_invalidate_data(Vaddr start, Vaddr end) const noexcept {
    return arm_vspace_clean_invalidate_data(this->ipc(), this->cptr(), start.value(), end.value());
  }

  /// Makes instructions that were written as data visible to instruction fetches.
  Result<> unify_instruction(Vaddr start, Vaddr end) const noexcept {
    return arm_vspace_unify_instruction(this->ipc(), this->cptr(), start.value(), end.value());
  }
};

}  // namespace sel4::arch
