// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/config.h>
#include <sel4/macros.h>

#ifndef __ASSEMBLER__
  #include <sel4/simple_types.h>

  #ifdef CONFIG_HARDWARE_DEBUG_API
// Kinds of breakpoints.
typedef enum {
  seL4_DataBreakpoint = 0,
  seL4_InstructionBreakpoint,
  seL4_SingleStep,
  seL4_SoftwareBreakRequest,
  SEL4_FORCE_LONG_ENUM(seL4_BreakpointType)
} seL4_BreakpointType;

// Accesses that a data breakpoint reacts to.
typedef enum {
  seL4_BreakOnRead = 0,
  seL4_BreakOnWrite,
  seL4_BreakOnReadWrite,
  seL4_MaxBreakpointAccess,
  SEL4_FORCE_LONG_ENUM(seL4_BreakpointAccess)
} seL4_BreakpointAccess;

// Message words of a debug exception.
typedef enum {
  seL4_DebugException_FaultIP,
  seL4_DebugException_ExceptionReason,
  seL4_DebugException_TriggerAddress,
  seL4_DebugException_BreakpointNumber,
  seL4_DebugException_Length,
  SEL4_FORCE_LONG_ENUM(seL4_DebugException_Msg)
} seL4_DebugException_Msg;
  #endif

enum priorityConstants {
  seL4_InvalidPrio = -1,
  seL4_MinPrio = 0,
  seL4_MaxPrio = CONFIG_NUM_PRIORITIES - 1
};

enum seL4_MsgLimits { seL4_MsgLengthBits = 7, seL4_MsgExtraCapBits = 2, seL4_MsgMaxLength = 120 };

  #define seL4_MsgMaxExtraCaps (LIBSEL4_BIT(seL4_MsgExtraCapBits) - 1)
  #define seL4_CapRightsBits 4

// Why a capability address did not resolve.
typedef enum {
  seL4_NoFailure = 0,
  seL4_InvalidRoot,
  seL4_MissingCapability,
  seL4_DepthMismatch,
  seL4_GuardMismatch,
  SEL4_FORCE_LONG_ENUM(seL4_LookupFailureType)
} seL4_LookupFailureType;

// Feature flags of a thread.
typedef enum {
  seL4_TCBFlag_NoFlag = 0x0,
  seL4_TCBFlag_fpuDisabled = 0x1,
  SEL4_FORCE_LONG_ENUM(seL4_TCBFlag),
  #ifdef CONFIG_HAVE_FPU
  seL4_TCBFlag_MASK = seL4_TCBFlag_fpuDisabled
  #else
  seL4_TCBFlag_MASK = seL4_TCBFlag_NoFlag
  #endif
} seL4_TCBFlag;

#endif

#ifdef CONFIG_KERNEL_MCS
  // Smallest scheduling context, as a power of two of bytes.
  #define seL4_MinSchedContextBits 7
  #ifndef __ASSEMBLER__
    // Fixed part: ten words and six 64-bit times, two refills among them.
    #define seL4_CoreSchedContextBytes (10 * sizeof(seL4_Word) + 6 * 8)
    #define seL4_RefillSizeBytes (2 * 8)
SEL4_COMPILE_ASSERT(MinSchedContextBits_sufficient,
                    seL4_CoreSchedContextBytes <= LIBSEL4_BIT(seL4_MinSchedContextBits))
SEL4_COMPILE_ASSERT(MinSchedContextBits_necessary,
                    seL4_CoreSchedContextBytes > LIBSEL4_BIT(seL4_MinSchedContextBits - 1))

// How many extra refills fit into a scheduling context of 2^size bytes.
// size is at least seL4_MinSchedContextBits.
static inline seL4_Word seL4_MaxExtraRefills(seL4_Word size) {
  return (LIBSEL4_BIT(size) - seL4_CoreSchedContextBytes) / seL4_RefillSizeBytes;
}

typedef enum {
  seL4_SchedContext_NoFlag = 0x0,
  seL4_SchedContext_Sporadic = 0x1,
  SEL4_FORCE_LONG_ENUM(seL4_SchedContextFlag)
} seL4_SchedContextFlag;
  #endif
#endif

#ifdef CONFIG_KERNEL_INVOCATION_REPORT_ERROR_IPC
  // Where in the message words the text of a failed invocation starts, and how many bytes it has.
  #define DEBUG_MESSAGE_START 6
  #define DEBUG_MESSAGE_MAXLEN 50
#endif
