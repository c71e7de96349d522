// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/types.h>

// Buffer of the calling thread; the runtime defines and sets it.
#ifdef __cplusplus
extern "C" {
#endif
extern LIBSEL4_THREAD_LOCAL seL4_IPCBuffer* __sel4_ipc_buffer;
#ifdef CONFIG_KERNEL_INVOCATION_REPORT_ERROR_IPC
// Whether stubs of this thread print what the kernel says about a failed invocation.
extern LIBSEL4_THREAD_LOCAL char __sel4_print_error;
#endif
#ifdef __cplusplus
}
#endif

LIBSEL4_INLINE_FUNC void seL4_SetIPCBuffer(seL4_IPCBuffer* ipc_buffer) {
  __sel4_ipc_buffer = ipc_buffer;
}

LIBSEL4_INLINE_FUNC seL4_IPCBuffer* seL4_GetIPCBuffer(void) { return __sel4_ipc_buffer; }

LIBSEL4_INLINE_FUNC seL4_Word seL4_GetMR(int i) { return seL4_GetIPCBuffer()->msg[i]; }

LIBSEL4_INLINE_FUNC void seL4_SetMR(int i, seL4_Word mr) { seL4_GetIPCBuffer()->msg[i] = mr; }

LIBSEL4_INLINE_FUNC seL4_Word seL4_GetUserData(void) { return seL4_GetIPCBuffer()->userData; }

LIBSEL4_INLINE_FUNC void seL4_SetUserData(seL4_Word data) { seL4_GetIPCBuffer()->userData = data; }

LIBSEL4_INLINE_FUNC seL4_Word seL4_GetBadge(int i) {
  return seL4_GetIPCBuffer()->caps_or_badges[i];
}

LIBSEL4_INLINE_FUNC seL4_CPtr seL4_GetCap(int i) { return seL4_GetIPCBuffer()->caps_or_badges[i]; }

LIBSEL4_INLINE_FUNC void seL4_SetCap(int i, seL4_CPtr cptr) {
  seL4_GetIPCBuffer()->caps_or_badges[i] = cptr;
}

// A null pointer skips that part.
LIBSEL4_INLINE_FUNC void seL4_GetCapReceivePath(seL4_CPtr* receiveCNode, seL4_CPtr* receiveIndex,
                                                seL4_Word* receiveDepth) {
  const seL4_IPCBuffer* buffer = seL4_GetIPCBuffer();
  if (receiveCNode) *receiveCNode = buffer->receiveCNode;
  if (receiveIndex) *receiveIndex = buffer->receiveIndex;
  if (receiveDepth) *receiveDepth = buffer->receiveDepth;
}

LIBSEL4_INLINE_FUNC void seL4_SetCapReceivePath(seL4_CPtr receiveCNode, seL4_CPtr receiveIndex,
                                                seL4_Word receiveDepth) {
  seL4_IPCBuffer* buffer = seL4_GetIPCBuffer();
  buffer->receiveCNode = receiveCNode;
  buffer->receiveIndex = receiveIndex;
  buffer->receiveDepth = receiveDepth;
}

#ifdef CONFIG_KERNEL_INVOCATION_REPORT_ERROR_IPC
LIBSEL4_INLINE_FUNC char* seL4_GetDebugError(void) {
  return (char*)(seL4_GetIPCBuffer()->msg + DEBUG_MESSAGE_START);
}

LIBSEL4_INLINE_FUNC void seL4_SetPrintError(char print_error) { __sel4_print_error = print_error; }

LIBSEL4_INLINE_FUNC char seL4_CanPrintError(void) { return __sel4_print_error; }
#endif
