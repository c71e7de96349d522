// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/sys/ipc_slot.hpp>
#include <sel4/sys/types.hpp>

namespace sel4 {

/// A thread's IPC buffer, laid out as the kernel reads and writes it.
using IpcBuffer = ::seL4_IPCBuffer;

namespace sys {

/// Where an operation finds the IPC buffer: one of the three types below. Operations that need no
/// buffer (all words in registers, no capabilities) never look.
template <class T>
concept IpcContext =
    requires(const T context, void (*take)(IpcBuffer&)) { take(context.buffer()); };

/// The calling thread's buffer, from the thread's slot. The default.
struct ThreadIpc {
  /// What the slot of the calling thread points to. The slot must have been set: the runtime does
  /// it.
  [[nodiscard]] static IpcBuffer& buffer() noexcept { return *__sel4_ipc_buffer; }
};

/// A buffer that the caller names. It must be the one of the thread that makes the call.
struct GivenIpc {
  /// Not null.
  IpcBuffer* pointer;
  /// Where `pointer` points.
  [[nodiscard]] constexpr IpcBuffer& buffer() const noexcept { return *pointer; }
};

/// No buffer at all: operations that would need one do not compile.
struct NoIpc {
  // A template, so that only a call that is compiled is an error, and operations that make none
  // pass.
  /// Does not compile where it is called.
  template <bool Given = false>
  [[nodiscard]] static IpcBuffer& buffer() noexcept {
    static_assert(Given, "this operation needs the IPC buffer, and its context is NoIpc");
    return *__sel4_ipc_buffer;
  }
};

/// Makes `buffer` the calling thread's IPC buffer from now on.
inline void set_thread_ipc_buffer(IpcBuffer* buffer) noexcept { __sel4_ipc_buffer = buffer; }

}  // namespace sys
}  // namespace sel4
