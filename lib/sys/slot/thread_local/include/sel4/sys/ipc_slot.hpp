// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/sys/types.hpp>

extern "C" {
/// The calling thread's IPC buffer; the variable that libsel4's C code uses too.
extern __thread ::seL4_IPCBuffer* __sel4_ipc_buffer;
}
