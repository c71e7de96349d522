// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/base/result.hpp>
#include <sel4/runtime/stack.hpp>
#include <sel4/sys/error.hpp>
#include <sel4/sys/ipc.hpp>

#include <cstddef>
#include <span>
#include <string_view>

namespace sel4 {

/// Room for a thread's stack of `Size` bytes, with a page below it to be unmapped (in a root task
/// by unmap_guard()).
template <std::size_t Size>
using ThreadStack = runtime::GuardedStack<Size>;

/// What a thread runs: a function and its argument.
struct ThreadFunction {
  /// Called once, on the new thread. What happens when it returns: see ThreadPlan::tcb.
  void (*function)(void* argument);
  /// Handed to the function as it is.
  void* argument = nullptr;

  /// Calls `callable()`, which must live as long as the thread runs.
  template <class F>
  [[nodiscard]] static ThreadFunction of(F& callable) noexcept {
    return {.function = [](void* f) { (*static_cast<F*>(f))(); }, .argument = &callable};
  }
};

/// What prepare_thread() needs. Everything stays in use for as long as the thread lives.
struct ThreadPlan {
  /// What it is to do.
  ThreadFunction run;
  /// The stack, without its guard. Any alignment.
  std::span<std::byte> stack;
  /// The thread's IPC buffer, as the thread sees it: what its TCB is configured with, too. Null:
  /// none.
  IpcBuffer* ipc_buffer = nullptr;
  /// The thread's own TCB in its own CSpace, with which it suspends itself when its function
  /// returns. Null: it ends with a trap, and its fault handler gets to know.
  CPtr tcb;
  /// Where thread-local variables go, any alignment; empty: on the stack.
  std::span<std::byte> tls{};
};

/// Why a thread cannot be prepared.
enum class ThreadError : unsigned {
  none,
  /// The program's thread-local segment makes no sense.
  tls_image,
  /// The storage for thread-local variables is too small.
  tls_storage,
  /// The stack is too small for what has to be there at first.
  stack,
};

/// The sentence for an error, without a full stop.
[[nodiscard]] constexpr std::string_view describe(ThreadError error) noexcept {
  switch (error) {
    case ThreadError::none:
      return "no error";
    case ThreadError::tls_image:
      return "the program's TLS segment makes no sense";
    case ThreadError::tls_storage:
      return "the storage for thread-local variables is too small";
    case ThreadError::stack:
      return "the stack is too small";
  }
  return "unknown error";
}

/// Makes thread-local storage and a first stack frame for a thread of this program, and returns the
/// registers with which it is to start: it takes its IPC buffer, runs its function, destroys its
/// thread-local variables and stops. An exception that leaves the function ends the program.
///
/// The TCB is the caller's to configure, with this program's VSpace; start_thread() then starts it.
/// In the minimal variant, which has no thread-local storage, `ipc_buffer` and `tls` are not used:
/// such threads name their IPC buffer at each operation (sys::GivenIpc).
[[nodiscard]] Result<::seL4_UserContext, ThreadError> prepare_thread(
    const ThreadPlan& plan) noexcept;

/// Writes the registers of `tcb` and resumes it. Errors: those of the kernel's TCB - Write
/// Registers.
Result<> start_thread(CPtr tcb, const ::seL4_UserContext& registers) noexcept;

}  // namespace sel4
