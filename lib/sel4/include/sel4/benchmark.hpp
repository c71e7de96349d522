// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// Calls of kernels built for benchmarks; on others they do not compile.

#pragma once

#include <sel4/debug.hpp>
#include <sel4/frame.hpp>
#include <sel4/sys/error.hpp>
#include <sel4/tcb.hpp>

#include <array>

namespace sel4 {

/// Empties the log.
template <bool Enabled = sys::syscall::benchmark_reset_log.enabled>
  requires Enabled
Result<> benchmark_reset_log() noexcept {
  return Result<>::from(
      static_cast<Error>(detail::debug_call(sys::syscall::benchmark_reset_log, 0)));
}

/// Ends logging and returns the number of entries.
template <bool Enabled = sys::syscall::benchmark_finalize_log.enabled>
  requires Enabled
Word benchmark_finalize_log() noexcept {
  return detail::debug_call(sys::syscall::benchmark_finalize_log, 0);
}

/// Makes the kernel log into a large page.
template <bool Enabled = sys::syscall::benchmark_set_log_buffer.enabled>
  requires Enabled
Result<> benchmark_set_log_buffer(Frame frame) noexcept {
  return Result<>::from(static_cast<Error>(
      detail::debug_call(sys::syscall::benchmark_set_log_buffer, frame.cptr().bits())));
}

/// Enters the kernel and returns.
template <bool Enabled = sys::syscall::benchmark_null_syscall.enabled>
  requires Enabled
[[gnu::always_inline]] inline void benchmark_null_syscall() noexcept {
  sys::arch::trap_null(sys::syscall::benchmark_null_syscall.number);
}

/// Flushes all caches.
template <bool Enabled = sys::syscall::benchmark_flush_caches.enabled>
  requires Enabled
void benchmark_flush_caches() noexcept {
  sys::arch::trap_send_null(sys::syscall::benchmark_flush_caches.number, 0, 0);
}

/// Flushes the first-level caches of one kind; the kernel numbers the kinds by architecture.
template <bool Enabled = sys::syscall::benchmark_flush_caches.enabled>
  requires Enabled
void benchmark_flush_l1_caches(Word kind) noexcept {
  sys::arch::trap_send_null(sys::syscall::benchmark_flush_caches.number, 1, kind);
}

/// Puts the thread's utilisation counters in the message words of the IPC buffer, in the order of
/// libsel4's benchmark_track_util_ipc_index; 64 bits each.
template <bool Enabled = sys::syscall::benchmark_get_thread_utilisation.enabled>
  requires Enabled
void benchmark_get_thread_utilisation(Tcb tcb) noexcept {
  detail::debug_call(sys::syscall::benchmark_get_thread_utilisation, tcb.cptr().bits());
}

/// Sets the thread's utilisation counters to 0.
template <bool Enabled = sys::syscall::benchmark_reset_thread_utilisation.enabled>
  requires Enabled
void benchmark_reset_thread_utilisation(Tcb tcb) noexcept {
  detail::debug_call(sys::syscall::benchmark_reset_thread_utilisation, tcb.cptr().bits());
}

/// Prints the counters of all threads of the calling core.
template <bool Enabled = sys::syscall::benchmark_dump_all_threads_utilisation.enabled>
  requires Enabled
void benchmark_dump_all_threads_utilisation() noexcept {
  detail::debug_call(sys::syscall::benchmark_dump_all_threads_utilisation, 0);
}

/// Sets the counters of all threads of the calling core to 0.
template <bool Enabled = sys::syscall::benchmark_reset_all_threads_utilisation.enabled>
  requires Enabled
void benchmark_reset_all_threads_utilisation() noexcept {
  detail::debug_call(sys::syscall::benchmark_reset_all_threads_utilisation, 0);
}

}  // namespace sel4
