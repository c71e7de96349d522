// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/runtime/hooks.hpp>
#include <sel4/sys/invocations.hpp>

// The initial thread stops here. Any other thread goes on to the trap, and its fault handler, if it
// has one, gets to know.
extern "C" void sel4_runtime_halt() noexcept {
  sel4::sys::tcb_suspend(sel4::sys::NoIpc{}, sel4::CPtr{::seL4_CapInitThreadTCB}).ignore();
  __builtin_trap();
}
