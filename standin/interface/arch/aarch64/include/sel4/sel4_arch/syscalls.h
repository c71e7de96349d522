// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/config.h>

// Which register carries what between a program and the kernel.
#define LIBSEL4_SYS(shape) arm_sys_##shape
#define LIBSEL4_TRAP "svc #0"
#define LIBSEL4_TRAP_CLOBBERS "memory"
#define LIBSEL4_REGISTER_NUMBER "x7"
#define LIBSEL4_REGISTER_CAP "x0"
#define LIBSEL4_REGISTER_INFO "x1"
#define LIBSEL4_REGISTER_MR0 "x2"
#define LIBSEL4_REGISTER_MR1 "x3"
#define LIBSEL4_REGISTER_MR2 "x4"
#define LIBSEL4_REGISTER_MR3 "x5"
#define LIBSEL4_REGISTER_REPLY "x6"
#define LIBSEL4_REGISTER_DESTINATION "x8"

// The length in the tag of seL4_Signal, whose words nobody receives.
#define LIBSEL4_SIGNAL_LENGTH 0

#include <sel4/trap.h>
