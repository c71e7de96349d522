// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// A bare number is not an address.
// error: cannot convert|could not convert|no viable conversion|no known conversion|explicit
// constructor

#include <sel4/tcb.hpp>

using namespace sel4;

Result<> set(Tcb tcb, SmallFrame frame) {
#ifdef SEL4_NOCOMPILE
  return tcb.set_ipc_buffer(0x1000, frame);
#else
  return tcb.set_ipc_buffer(Vaddr{0x1000}, frame);
#endif
}
