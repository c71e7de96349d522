// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/config.h>

#ifndef CONFIG_SYSCALL
  #error "only kernels that are entered by SYSCALL are described here"
#endif

// Which register carries what between a program and the kernel. SYSCALL leaves its return address
// in rcx and the flags in r11; the kernel does not keep rsp, so that waits in rbx.
#define LIBSEL4_SYS(shape) x64_sys_##shape
#define LIBSEL4_TRAP      \
  "movq %%rsp, %%rbx\n\t" \
  "syscall\n\t"           \
  "movq %%rbx, %%rsp"
#define LIBSEL4_TRAP_CLOBBERS "rcx", "r11", "rbx", "memory"
#define LIBSEL4_OPERAND_NUMBER "d"
#define LIBSEL4_OPERAND_CAP "D"
#define LIBSEL4_OPERAND_INFO "S"
#define LIBSEL4_REGISTER_MR0 "r10"
#define LIBSEL4_REGISTER_MR1 "r8"
#define LIBSEL4_REGISTER_MR2 "r9"
#define LIBSEL4_REGISTER_MR3 "r15"
#define LIBSEL4_REGISTER_REPLY "r12"
#define LIBSEL4_REGISTER_DESTINATION "r13"

// The kernel leaves the registers of a send as they are.
#define LIBSEL4_SEND_KEEPS_REGISTERS

// The length in the tag of seL4_Signal, whose words nobody receives.
#define LIBSEL4_SIGNAL_LENGTH 1

#include <sel4/trap.h>
