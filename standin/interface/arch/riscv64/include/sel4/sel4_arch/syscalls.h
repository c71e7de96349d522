// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/config.h>

// Which register carries what between a program and the kernel.
#define LIBSEL4_SYS(shape) riscv_sys_##shape
#define LIBSEL4_TRAP "ecall"
#define LIBSEL4_TRAP_CLOBBERS "memory"
#define LIBSEL4_REGISTER_NUMBER "a7"
#define LIBSEL4_REGISTER_CAP "a0"
#define LIBSEL4_REGISTER_INFO "a1"
#define LIBSEL4_REGISTER_MR0 "a2"
#define LIBSEL4_REGISTER_MR1 "a3"
#define LIBSEL4_REGISTER_MR2 "a4"
#define LIBSEL4_REGISTER_MR3 "a5"
#define LIBSEL4_REGISTER_REPLY "a6"
#define LIBSEL4_REGISTER_DESTINATION "t0"

// The length in the tag of seL4_Signal, whose words nobody receives.
#define LIBSEL4_SIGNAL_LENGTH 0

#include <sel4/trap.h>
