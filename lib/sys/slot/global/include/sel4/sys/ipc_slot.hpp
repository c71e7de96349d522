// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/sys/types.hpp>

extern "C" {
/// The only thread's IPC buffer, for programs without thread-local storage.
extern ::seL4_IPCBuffer* __sel4_ipc_buffer;
}
