// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/object.hpp>
#include <sel4/sys/invocations.hpp>

namespace sel4 {
template <class Ipc>
class BasicEptPml4;
}  // namespace sel4

namespace sel4::arch {

/// What only a TCB on x86 can do.
template <template <class> class Kind, class Ipc>
class TcbMethods : public ObjectOf<Kind, Ipc> {
 public:
  using ObjectOf<Kind, Ipc>::ObjectOf;

  /// Sets the root of the address space of the virtual machine that the thread runs.
  /// (Manual: TCB - Set EPT Root.)
  /// Errors: invalid_capability: `root` is not an EPT PML4.
  template <class S>
    requires(sys::available::tcb_set_ept_root)
  Result<> set_ept_root(BasicEptPml4<S> root) const noexcept {
    return tcb_set_ept_root(this->ipc(), this->cptr(), root.cptr());
  }
};

}  // namespace sel4::arch
