// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/config.h>
#include <sel4/macros.h>

#ifndef __ASSEMBLER__

// Message words of an unknown system call.
typedef enum {
  seL4_UnknownSyscall_X0,
  seL4_UnknownSyscall_X1,
  seL4_UnknownSyscall_X2,
  seL4_UnknownSyscall_X3,
  seL4_UnknownSyscall_X4,
  seL4_UnknownSyscall_X5,
  seL4_UnknownSyscall_X6,
  seL4_UnknownSyscall_X7,
  seL4_UnknownSyscall_FaultIP,
  seL4_UnknownSyscall_SP,
  seL4_UnknownSyscall_LR,
  seL4_UnknownSyscall_SPSR,
  seL4_UnknownSyscall_Syscall,
  seL4_UnknownSyscall_Length,
  SEL4_FORCE_LONG_ENUM(seL4_UnknownSyscall_Msg)
} seL4_UnknownSyscall_Msg;

// Message words of a user exception.
typedef enum {
  seL4_UserException_FaultIP,
  seL4_UserException_SP,
  seL4_UserException_SPSR,
  seL4_UserException_Number,
  seL4_UserException_Code,
  seL4_UserException_Length,
  SEL4_FORCE_LONG_ENUM(seL4_UserException_Msg)
} seL4_UserException_Msg;

// Message words of a translation fault.
typedef enum {
  seL4_VMFault_IP,
  seL4_VMFault_Addr,
  seL4_VMFault_PrefetchFault,
  seL4_VMFault_FSR,
  seL4_VMFault_Length,
  SEL4_FORCE_LONG_ENUM(seL4_VMFault_Msg)
} seL4_VMFault_Msg;

// Message words of the faults of a virtual processor.
typedef enum {
  seL4_VGICMaintenance_IDX,
  seL4_VGICMaintenance_Length,
  SEL4_FORCE_LONG_ENUM(seL4_VGICMaintenance_Msg)
} seL4_VGICMaintenance_Msg;

typedef enum {
  seL4_VPPIEvent_IRQ,
  seL4_VPPIEvent_Length,
  SEL4_FORCE_LONG_ENUM(seL4_VPPIEvent_Msg)
} seL4_VPPIEvent_Msg;

typedef enum {
  seL4_VCPUFault_HSR,
  seL4_VCPUFault_Length,
  SEL4_FORCE_LONG_ENUM(seL4_VCPUFault_Msg)
} seL4_VCPUFault_Msg;

// Registers of a virtual processor.
typedef enum {
  seL4_VCPUReg_SCTLR = 0,
  seL4_VCPUReg_CPACR,
  seL4_VCPURegSaveRange_start,
  seL4_VCPUReg_TTBR0 = seL4_VCPURegSaveRange_start,
  seL4_VCPUReg_TTBR1,
  seL4_VCPUReg_TCR,
  seL4_VCPUReg_MAIR,
  seL4_VCPUReg_AMAIR,
  seL4_VCPUReg_CIDR,
  seL4_VCPUReg_ACTLR,
  seL4_VCPUReg_AFSR0,
  seL4_VCPUReg_AFSR1,
  seL4_VCPUReg_ESR,
  seL4_VCPUReg_FAR,
  seL4_VCPUReg_PAR,
  seL4_VCPUReg_VBAR,
  seL4_VCPUReg_TPIDR_EL1,
  seL4_VCPUReg_VMPIDR_EL2,
  seL4_VCPUReg_SP_EL1,
  seL4_VCPUReg_ELR_EL1,
  seL4_VCPUReg_SPSR_EL1,
  seL4_VCPURegSaveRange_end = seL4_VCPUReg_SPSR_EL1,
  seL4_VCPUReg_CNTV_CTL,
  seL4_VCPUReg_CNTV_CVAL,
  seL4_VCPUReg_CNTVOFF,
  seL4_VCPUReg_CNTKCTL_EL1,
  seL4_VCPUReg_Num,
  SEL4_FORCE_LONG_ENUM(seL4_VCPUReg)
} seL4_VCPUReg;

  #ifdef CONFIG_KERNEL_MCS
// Message words of a timeout and of the reply to it.
typedef enum {
  seL4_Timeout_Data,
  seL4_Timeout_Consumed,
  seL4_Timeout_Length,
  SEL4_FORCE_LONG_ENUM(seL4_Timeout_Msg)
} seL4_Timeout_Msg;

typedef enum {
  seL4_TimeoutReply_FaultIP,
  seL4_TimeoutReply_SP,
  seL4_TimeoutReply_SPSR_EL1,
  seL4_TimeoutReply_X0,
  seL4_TimeoutReply_X1,
  seL4_TimeoutReply_X2,
  seL4_TimeoutReply_X3,
  seL4_TimeoutReply_X4,
  seL4_TimeoutReply_X5,
  seL4_TimeoutReply_X6,
  seL4_TimeoutReply_X7,
  seL4_TimeoutReply_X8,
  seL4_TimeoutReply_X16,
  seL4_TimeoutReply_X17,
  seL4_TimeoutReply_X18,
  seL4_TimeoutReply_X29,
  seL4_TimeoutReply_X30,
  seL4_TimeoutReply_X9,
  seL4_TimeoutReply_X10,
  seL4_TimeoutReply_X11,
  seL4_TimeoutReply_X12,
  seL4_TimeoutReply_X13,
  seL4_TimeoutReply_X14,
  seL4_TimeoutReply_X15,
  seL4_TimeoutReply_X19,
  seL4_TimeoutReply_X20,
  seL4_TimeoutReply_X21,
  seL4_TimeoutReply_X22,
  seL4_TimeoutReply_X23,
  seL4_TimeoutReply_X24,
  seL4_TimeoutReply_X25,
  seL4_TimeoutReply_X26,
  seL4_TimeoutReply_X27,
  seL4_TimeoutReply_X28,
  seL4_TimeoutReply_Length,
  SEL4_FORCE_LONG_ENUM(seL4_TimeoutReply_Msg)
} seL4_TimeoutReply_Msg;
  #endif
#endif

#define seL4_DataFault 0
#define seL4_InstructionFault 1

// Sizes, as powers of two of bytes unless the name says otherwise.
#define seL4_WordSizeBits 3
#define seL4_WordBits (sizeof(seL4_Word) * 8)
#define seL4_SlotBits 5
#define seL4_PageBits 12
#define seL4_LargePageBits 21
#define seL4_HugePageBits 30

#if defined(CONFIG_HARDWARE_DEBUG_API) || defined(CONFIG_ARM_HYP_ENABLE_VCPU_CP14_SAVE_AND_RESTORE)
  #define seL4_TCBBits 12
#elif defined(CONFIG_ARM_HYPERVISOR_SUPPORT) && defined(CONFIG_ENABLE_SMP_SUPPORT) && \
    defined(CONFIG_BENCHMARK_TRACK_UTILISATION) && !defined(CONFIG_KERNEL_MCS)
  #define seL4_TCBBits 12
#else
  #define seL4_TCBBits 11
#endif

#define seL4_EndpointBits 4
#ifdef CONFIG_KERNEL_MCS
  #define seL4_NotificationBits 6
  #define seL4_ReplyBits 5
#else
  #define seL4_NotificationBits 5
#endif

#define seL4_PageTableBits 12
#define seL4_PageTableEntryBits 3
#define seL4_PageTableIndexBits 9
#define seL4_VSpaceEntryBits 3
// Stage 2 with 40-bit addresses starts with two root tables side by side.
#if defined(CONFIG_ARM_HYPERVISOR_SUPPORT) && defined(CONFIG_ARM_PA_SIZE_BITS_40)
  #define seL4_VSpaceBits 13
  #define seL4_VSpaceIndexBits 10
#else
  #define seL4_VSpaceBits 12
  #define seL4_VSpaceIndexBits 9
#endif

#define seL4_NumASIDPoolsBits 7
#define seL4_ASIDPoolBits 12
#define seL4_ASIDPoolIndexBits 9
#define seL4_IOPageTableBits 12
#define seL4_VCPUBits 12
#define seL4_ARM_VCPUBits 12

#define seL4_MinUntypedBits 4
#define seL4_MaxUntypedBits 47

#ifndef __ASSEMBLER__
SEL4_SIZE_SANITY(seL4_PageTableEntryBits, seL4_PageTableIndexBits, seL4_PageTableBits)
SEL4_SIZE_SANITY(seL4_WordSizeBits, seL4_ASIDPoolIndexBits, seL4_ASIDPoolBits)
SEL4_SIZE_SANITY(seL4_VSpaceEntryBits, seL4_VSpaceIndexBits, seL4_VSpaceBits)
#endif

#ifdef CONFIG_ENABLE_BENCHMARKS
  #define seL4_LogBufferSize (LIBSEL4_BIT(20))
#endif

// Message words that travel in registers.
#define seL4_FastMessageRegisters 4
#define seL4_IPCBufferSizeBits 10

// Last address of user space.
#if !defined(CONFIG_ARM_HYPERVISOR_SUPPORT)
  #define seL4_UserTop 0x00007fffffffffff
#elif defined(CONFIG_ARM_PA_SIZE_BITS_44)
  #define seL4_UserTop 0x00000fffffffffff
#elif defined(CONFIG_ARM_PA_SIZE_BITS_40)
  #define seL4_UserTop 0x000000ffffffffff
#else
  #error "the width of physical addresses is neither 40 nor 44 bits"
#endif
#define seL4_UserVSpaceTop seL4_UserTop
