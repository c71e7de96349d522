// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// The size of a CNode is never a default.
// error: no matching|constraint

#include <sel4/untyped.hpp>

using namespace sel4;

Result<CNode> make(Untyped untyped, CNode cspace) {
#ifdef SEL4_NOCOMPILE
  return untyped.retype<CNode>(cspace.slot(9));
#else
  return untyped.retype<CNode>(cspace.slot(9), 8);
#endif
}
