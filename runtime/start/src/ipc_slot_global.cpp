// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/runtime/hooks.hpp>
#include <sel4/sys/ipc.hpp>

extern "C" {

constinit ::seL4_IPCBuffer* __sel4_ipc_buffer = nullptr;

void sel4_runtime_set_ipc_buffer(void* buffer) noexcept {
  sel4::sys::set_thread_ipc_buffer(static_cast<sel4::IpcBuffer*>(buffer));
}
}
