// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// What is no frame cannot back an IPC buffer.
// error: cannot convert|no viable conversion|could not convert|no known conversion|no matching

#include <sel4/tcb.hpp>

using namespace sel4;

Result<> set(Tcb tcb, SmallFrame frame, Endpoint endpoint) {
#ifdef SEL4_NOCOMPILE
  (void)frame;
  return tcb.set_ipc_buffer(Vaddr{0x1000}, endpoint);
#else
  (void)endpoint;
  return tcb.set_ipc_buffer(Vaddr{0x1000}, frame);
#endif
}
