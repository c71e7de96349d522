// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

// System calls that only some kernels have: for printing, debugging and measuring.

#include <sel4/message_words.h>

// One word goes in, in the place of the capability, and one comes back there.
LIBSEL4_HELPER seL4_Word libsel4_query(seL4_Word sys, seL4_Word argument) {
  const seL4_MessageInfo_t none = {{0}};
  libsel4_words_t words = {0, 0, 0, 0};
  seL4_Word result;
  libsel4_send_recv(sys, argument, none, &result, &words, 0);
  return result;
}

#ifdef CONFIG_PRINTING
LIBSEL4_INLINE_FUNC void seL4_DebugPutChar(char c) {
  libsel4_query(seL4_SysDebugPutChar, (seL4_Word)c);
}

LIBSEL4_INLINE_FUNC void seL4_DebugPutString(char* str) {
  while (*str) seL4_DebugPutChar(*str++);
}

LIBSEL4_INLINE_FUNC void seL4_DebugDumpScheduler(void) {
  libsel4_query(seL4_SysDebugDumpScheduler, 0);
}
#endif

#ifdef CONFIG_DEBUG_BUILD
LIBSEL4_INLINE_FUNC void seL4_DebugHalt(void) { LIBSEL4_SYS(null)(seL4_SysDebugHalt); }

LIBSEL4_INLINE_FUNC void seL4_DebugSnapshot(void) { LIBSEL4_SYS(null)(seL4_SysDebugSnapshot); }

LIBSEL4_INLINE_FUNC seL4_Uint32 seL4_DebugCapIdentify(seL4_CPtr cap) {
  return (seL4_Uint32)libsel4_query(seL4_SysDebugCapIdentify, cap);
}

// The name travels in the message words; what does not fit there is cut off.
LIBSEL4_INLINE_FUNC void seL4_DebugNameThread(seL4_CPtr tcb, const char* name) {
  char* text = (char*)seL4_GetIPCBuffer()->msg;
  const char* const last = text + sizeof(seL4_GetIPCBuffer()->msg) - 1;
  while (*name && text < last) *text++ = *name++;
  *text = '\0';
  libsel4_query(seL4_SysDebugNameThread, tcb);
}

  #ifdef CONFIG_ENABLE_SMP_SUPPORT
LIBSEL4_INLINE_FUNC seL4_Word seL4_DebugGetThreadAffinity(seL4_CPtr tcb) {
  return libsel4_query(seL4_SysDebugGetThreadAffinity, tcb);
}

    #ifdef CONFIG_ARCH_ARM
LIBSEL4_INLINE_FUNC void seL4_DebugSendIPI(seL4_Uint8 target, unsigned irq) {
  LIBSEL4_SYS(send)(seL4_SysDebugSendIPI, target, irq, 0, 0, 0, 0);
}
    #endif
  #endif
#endif

#ifdef CONFIG_DANGEROUS_CODE_INJECTION
LIBSEL4_INLINE_FUNC void seL4_DebugRun(void (*userfn)(void*), void* userarg) {
  LIBSEL4_SYS(send_null)(seL4_SysDebugRun, (seL4_Word)userfn, (seL4_Word)userarg);
}
#endif

#ifdef CONFIG_ENABLE_BENCHMARKS
LIBSEL4_INLINE_FUNC seL4_Error seL4_BenchmarkResetLog(void) {
  return (seL4_Error)libsel4_query(seL4_SysBenchmarkResetLog, 0);
}

LIBSEL4_INLINE_FUNC seL4_Word seL4_BenchmarkFinalizeLog(void) {
  return libsel4_query(seL4_SysBenchmarkFinalizeLog, 0);
}

LIBSEL4_INLINE_FUNC seL4_Error seL4_BenchmarkSetLogBuffer(seL4_Word frame_cptr) {
  return (seL4_Error)libsel4_query(seL4_SysBenchmarkSetLogBuffer, frame_cptr);
}

LIBSEL4_INLINE_FUNC void seL4_BenchmarkNullSyscall(void) {
  LIBSEL4_SYS(null)(seL4_SysBenchmarkNullSyscall);
}

// The first word says whether one kind of first-level cache is meant, the second which.
LIBSEL4_INLINE_FUNC void seL4_BenchmarkFlushCaches(void) {
  LIBSEL4_SYS(send_null)(seL4_SysBenchmarkFlushCaches, 0, 0);
}

  #ifndef CONFIG_ARCH_X86
LIBSEL4_INLINE_FUNC void seL4_BenchmarkFlushL1Caches(seL4_Word cache_type) {
  LIBSEL4_SYS(send_null)(seL4_SysBenchmarkFlushCaches, 1, cache_type);
}
  #endif

  // Figures come in the message words of benchmark_track_util_ipc_index.
  #ifdef CONFIG_BENCHMARK_TRACK_UTILISATION
LIBSEL4_INLINE_FUNC void seL4_BenchmarkGetThreadUtilisation(seL4_Word tcb_cptr) {
  libsel4_query(seL4_SysBenchmarkGetThreadUtilisation, tcb_cptr);
}

LIBSEL4_INLINE_FUNC void seL4_BenchmarkResetThreadUtilisation(seL4_Word tcb_cptr) {
  libsel4_query(seL4_SysBenchmarkResetThreadUtilisation, tcb_cptr);
}

    #ifdef CONFIG_DEBUG_BUILD
LIBSEL4_INLINE_FUNC void seL4_BenchmarkDumpAllThreadsUtilisation(void) {
  libsel4_query(seL4_SysBenchmarkDumpAllThreadsUtilisation, 0);
}

LIBSEL4_INLINE_FUNC void seL4_BenchmarkResetAllThreadsUtilisation(void) {
  libsel4_query(seL4_SysBenchmarkResetAllThreadsUtilisation, 0);
}
    #endif
  #endif
#endif
