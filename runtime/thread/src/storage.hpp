// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/thread.hpp>

namespace sel4::runtime {

/// A thread's thread-local storage.
struct ThreadStorage {
  ThreadError error = ThreadError::none;
  std::uintptr_t thread_pointer = 0;
  /// What is left of the stack ends here.
  std::uintptr_t stack_top = 0;
};

/// Sets up the storage of the planned thread. One definition for programs with thread-local storage
/// and one for those without.
[[nodiscard]] ThreadStorage make_thread_storage(const ThreadPlan& plan) noexcept;

/// Makes `buffer` the calling thread's IPC buffer, if threads have a slot for it each.
void adopt_ipc_buffer(IpcBuffer* buffer) noexcept;

}  // namespace sel4::runtime
