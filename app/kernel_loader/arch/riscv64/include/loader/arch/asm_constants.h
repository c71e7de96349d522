/* SPDX-License-Identifier: BSD-2-Clause */
/* SPDX-FileCopyrightText: 2026 the cpp-sel4 authors */

/* For assembler and C++. */

#define STACK_SIZE 8192

#define PAYLOAD_MAGIC 0x0a796170346c6573
#define PAYLOAD_SIZE_OFFSET 32

/* SBI specification, chapter 9: extension and functions. */
#define SBI_HSM 0x48534d
#define SBI_HART_START 0
#define SBI_HART_STOP 1
