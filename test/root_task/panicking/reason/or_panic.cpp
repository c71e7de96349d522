// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "../provoke.hpp"

#include <sel4/sys/invocations.hpp>

void provoke() {
  // There is no capability at address 0.
  sel4::sys::tcb_resume(sel4::sys::NoIpc{}, sel4::CPtr{}).or_panic("resuming nobody");
}
