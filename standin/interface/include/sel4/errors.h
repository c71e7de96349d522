// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

// Result of an invocation: the label of its reply.
typedef enum {
  seL4_NoError = 0,
  seL4_InvalidArgument,
  seL4_InvalidCapability,
  seL4_IllegalOperation,
  seL4_RangeError,
  seL4_AlignmentError,
  seL4_FailedLookup,
  seL4_TruncatedMessage,
  seL4_DeleteFirst,
  seL4_RevokeFirst,
  seL4_NotEnoughMemory,
  seL4_NumErrors
} seL4_Error;
