// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// A bare number is not a priority.
// error: cannot convert|could not convert|no viable conversion|no known conversion|explicit
// constructor

#include <sel4/tcb.hpp>

using namespace sel4;

Result<> set(Tcb tcb, Tcb authority) {
#ifdef SEL4_NOCOMPILE
  return tcb.set_priority(authority, 200);
#else
  return tcb.set_priority(authority, Priority{200});
#endif
}
