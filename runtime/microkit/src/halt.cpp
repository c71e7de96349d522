// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/runtime/hooks.hpp>

// A domain has no capability to its own thread. The trap is a fault, so that the monitor or the
// parent gets to know, and nobody lets the domain go on.
extern "C" void sel4_runtime_halt() noexcept {
  for (;;) __builtin_trap();
}
