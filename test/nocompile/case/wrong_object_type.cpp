// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// A capability of another type is not taken.
// error: cannot convert|no viable conversion|could not convert|no known conversion|no matching

#include <sel4/tcb.hpp>

using namespace sel4;

Result<> bind(Tcb tcb, Notification notification, Endpoint endpoint) {
#ifdef SEL4_NOCOMPILE
  (void)notification;
  return tcb.bind_notification(endpoint);
#else
  (void)endpoint;
  return tcb.bind_notification(notification);
#endif
}
