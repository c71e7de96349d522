/* SPDX-License-Identifier: BSD-2-Clause */
/* SPDX-FileCopyrightText: 2026 the cpp-sel4 authors */

/* Register values, Arm ARM (DDI 0487) D19; for the assembler; the first three for C++ too. */

#define STACK_SIZE 8192

#define PAYLOAD_MAGIC 0x0a796170346c6573
#define PAYLOAD_SIZE_OFFSET 32

/* NS, RES1 bits 4 and 5, HCE, RW */
#define SCR_EL3_LOWER_IS_NONSECURE_AARCH64 0x531
#define SPSR_EL2H 0x3c9
#define SPSR_EL1H 0x3c5
#define HCR_EL2_RW (1 << 31)
#define CPTR_EL2_NO_TRAPS 0x33ff

/* RES1 bits; EL1 in addition lets EL0 execute WFI and WFE. */
#define SCTLR_EL2_OFF 0x30c50830
#define SCTLR_EL1_OFF 0x30d50800
/* I, C, M */
#define SCTLR_MMU_AND_CACHES 0x1005
#define SCTLR_EL2_ON (SCTLR_EL2_OFF | SCTLR_MMU_AND_CACHES)
#define SCTLR_EL1_ON (SCTLR_EL1_OFF | SCTLR_MMU_AND_CACHES)

/* Attribute indices 0 to 5 as the kernel counts on them: device nGnRnE, nGnRE, GRE, normal
   non-cacheable, normal write-back, normal write-through. */
#define MAIR 0x0000aaff440c0400

/* 48-bit ranges, write-back write-allocate inner-shareable walks, 4 KiB granules; EL1 with 16-bit
   ASIDs. */
#define TCR_EL2 0x80803510
#define TCR_EL1 0x10b5103510
