// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <capdl_initializer/context.hpp>

namespace capdl_initializer::arch {

/// There are no virtual processors.
template <class Ipc>
Result<> bind_vcpu(Ipc, CPtr, CPtr, CPtr) {
  return sel4::Failure{Error::illegal_operation};
}

}  // namespace capdl_initializer::arch
