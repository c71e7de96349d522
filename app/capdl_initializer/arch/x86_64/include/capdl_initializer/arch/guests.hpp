// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <capdl_initializer/context.hpp>

namespace capdl_initializer::arch {

/// Gives a thread a virtual processor and its guest's address space.
template <class Ipc>
Result<> bind_vcpu(Ipc ipc, CPtr tcb, CPtr vcpu, CPtr ept_root) {
  if constexpr (sel4::sys::available::x86_vcpu_set_tcb) {
    const Result<> bound = sel4::sys::x86_vcpu_set_tcb(ipc, vcpu, tcb);
    if (!bound) return bound;
    return sel4::sys::tcb_set_ept_root(ipc, tcb, ept_root);
  } else {
    return sel4::Failure{Error::illegal_operation};
  }
}

}  // namespace capdl_initializer::arch
