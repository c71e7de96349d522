// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// What MCS kernels lack does not compile for them.
// kernel: aarch64-mcs
// error: constraint|no matching

#include <sel4/cnode.hpp>

using namespace sel4;

Result<> save(CNode cspace) {
#ifdef SEL4_NOCOMPILE
  return cspace.slot(9).save_caller();
#else
  return cspace.slot(9).remove();
#endif
}
