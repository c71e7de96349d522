// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// An operation that needs the IPC buffer, with a context that has none.
// error: needs the IPC buffer

#include <sel4/tcb.hpp>

using namespace sel4;

Result<> start(BasicTcb<sys::NoIpc> tcb, Notification notification) {
#ifdef SEL4_NOCOMPILE
  return tcb.bind_notification(notification);
#else
  (void)notification;
  return tcb.resume();
#endif
}
