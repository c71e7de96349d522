// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// An invocation that this kernel lacks does not compile.
// kernel: aarch64
// error: constraint|no matching

#include <sel4/tcb.hpp>

using namespace sel4;

Result<> place(Tcb tcb) {
#ifdef SEL4_NOCOMPILE
  return tcb.set_affinity(1);
#else
  return tcb.resume();
#endif
}
