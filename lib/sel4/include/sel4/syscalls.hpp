// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// System calls that belong to no object.

#pragma once

#include <sel4/endpoint.hpp>
#include <sel4/sys/syscalls.hpp>

namespace sel4 {

/// Gives up the rest of the time slice. (Manual: Yield.)
[[gnu::always_inline]] inline void yield() noexcept { sys::yield(); }

/// Sets the calling thread's TLS base register. Only on kernels where user code cannot
/// (KernelSetTLSBaseSelf).
template <bool Enabled = sys::syscall::set_tls_base.enabled>
  requires Enabled
[[gnu::always_inline]] inline void set_tls_base(Word address) noexcept {
  sys::arch::trap_send_null(sys::syscall::set_tls_base.number, address, sys::any_word());
}

}  // namespace sel4
