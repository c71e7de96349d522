// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/config.h>
#include <sel4/macros.h>

// Sizes, as powers of two of bytes unless the name says otherwise.
#define seL4_WordBits 64
#define seL4_WordSizeBits 3
#define seL4_SlotBits 5
#define seL4_EndpointBits 4
#ifdef CONFIG_KERNEL_MCS
  #define seL4_NotificationBits 6
  #define seL4_ReplyBits 5
#else
  #define seL4_NotificationBits 5
#endif
#define seL4_IPCBufferSizeBits 10
#ifdef CONFIG_HAVE_FPU
  #define seL4_TCBBits 11
#else
  #define seL4_TCBBits 10
#endif

#define seL4_PageBits 12
#define seL4_LargePageBits 21
#define seL4_HugePageBits 30
#define seL4_TeraPageBits 39
#define seL4_PageTableBits 12
#define seL4_PageTableEntryBits 3
#define seL4_PageTableIndexBits 9
#define seL4_VSpaceBits seL4_PageTableBits

#define seL4_NumASIDPoolsBits 7
#define seL4_ASIDPoolBits 12
#define seL4_ASIDPoolIndexBits 9

#define seL4_MinUntypedBits 4
#define seL4_MaxUntypedBits 38

#ifdef CONFIG_ENABLE_BENCHMARKS
  #define seL4_LogBufferSize (LIBSEL4_BIT(20))
#endif

// First address beyond user space, and the last one of it.
#define seL4_UserTop 0x0000003ffffff000
#define seL4_UserVSpaceTop (seL4_UserTop - 1)

#ifndef __ASSEMBLER__

// Message words of a translation fault.
typedef enum {
  seL4_VMFault_IP,
  seL4_VMFault_Addr,
  seL4_VMFault_PrefetchFault,
  seL4_VMFault_FSR,
  seL4_VMFault_Length,
} seL4_VMFault_Msg;

// Message words of an unknown system call.
typedef enum {
  seL4_UnknownSyscall_FaultIP,
  seL4_UnknownSyscall_SP,
  seL4_UnknownSyscall_RA,
  seL4_UnknownSyscall_A0,
  seL4_UnknownSyscall_A1,
  seL4_UnknownSyscall_A2,
  seL4_UnknownSyscall_A3,
  seL4_UnknownSyscall_A4,
  seL4_UnknownSyscall_A5,
  seL4_UnknownSyscall_A6,
  seL4_UnknownSyscall_Syscall,
  seL4_UnknownSyscall_Length,
} seL4_UnknownSyscall_Msg;

// Message words of a user exception.
typedef enum {
  seL4_UserException_FaultIP,
  seL4_UserException_SP,
  seL4_UserException_Number,
  seL4_UserException_Code,
  seL4_UserException_Length,
} seL4_UserException_Msg;

  #ifdef CONFIG_KERNEL_MCS
// Message words of a timeout and of the reply to it.
typedef enum { seL4_Timeout_Data, seL4_Timeout_Consumed, seL4_Timeout_Length } seL4_Timeout_Msg;

typedef enum {
  seL4_TimeoutReply_FaultIP,
  seL4_TimeoutReply_LR,
  seL4_TimeoutReply_SP,
  seL4_TimeoutReply_GP,
  seL4_TimeoutReply_s0,
  seL4_TimeoutReply_s1,
  seL4_TimeoutReply_s2,
  seL4_TimeoutReply_s3,
  seL4_TimeoutReply_s4,
  seL4_TimeoutReply_s5,
  seL4_TimeoutReply_s6,
  seL4_TimeoutReply_s7,
  seL4_TimeoutReply_s8,
  seL4_TimeoutReply_s9,
  seL4_TimeoutReply_s10,
  seL4_TimeoutReply_s11,
  seL4_TimeoutReply_a0,
  seL4_TimeoutReply_a1,
  seL4_TimeoutReply_a2,
  seL4_TimeoutReply_a3,
  seL4_TimeoutReply_a4,
  seL4_TimeoutReply_a5,
  seL4_TimeoutReply_a6,
  seL4_TimeoutReply_a7,
  seL4_TimeoutReply_t0,
  seL4_TimeoutReply_t1,
  seL4_TimeoutReply_t2,
  seL4_TimeoutReply_t3,
  seL4_TimeoutReply_t4,
  seL4_TimeoutReply_t5,
  seL4_TimeoutReply_t6,
  seL4_TimeoutReply_TP,
  seL4_TimeoutReply_Length,
} seL4_TimeoutReply_Msg;
  #endif
#endif
