// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// Scheduling contexts cannot be made on kernels without MCS.
// kernel: aarch64
// error: constraint|no matching

#include <sel4/tcb.hpp>
#include <sel4/untyped.hpp>

using namespace sel4;

bool make(Untyped untyped, CNode cspace) {
#ifdef SEL4_NOCOMPILE
  return untyped.retype<SchedContext>(cspace.slot(9), 7).has_value();
#else
  return untyped.retype<Tcb>(cspace.slot(9)).has_value();
#endif
}
