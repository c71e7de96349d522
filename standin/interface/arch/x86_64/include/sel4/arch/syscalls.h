// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/syscalls.h>

#ifdef CONFIG_VTX
// Runs the guest of the virtual processor that is bound to this thread, until there is something to
// do. The first message words go in; the result is one of SEL4_VMENTER_RESULT_*.
LIBSEL4_INLINE_FUNC seL4_Word seL4_VMEnter(seL4_Word* sender) {
  const seL4_MessageInfo_t none = {{0}};
  seL4_Word badge;
  const seL4_Word fault = libsel4_send_recv_buffer(seL4_SysVMEnter, 0, none, &badge, 0).words[0];
  if (fault == SEL4_VMENTER_RESULT_NOTIF && sender) *sender = badge;
  return fault;
}
#endif

#ifdef CONFIG_KERNEL_X86_DANGEROUS_MSR
LIBSEL4_INLINE_FUNC void seL4_X86DangerousWRMSR(seL4_Uint32 msr, seL4_Uint64 value) {
  LIBSEL4_SYS(send)(seL4_SysX86DangerousWRMSR, msr, 0, value, 0, 0, 0);
}

LIBSEL4_INLINE_FUNC seL4_Uint64 seL4_X86DangerousRDMSR(seL4_Uint32 msr) {
  libsel4_words_t words;
  seL4_Word badge;
  libsel4_recv(seL4_SysX86DangerousRDMSR, msr, &badge, &words, 0);
  return words.mr0;
}
#endif
