// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

// System calls. Sends and calls of every kernel are here; receives differ with MCS.

#include <sel4/config.h>
#include <sel4/functions.h>
#include <sel4/message_words.h>
#include <sel4/sel4_arch/syscalls.h>
#include <sel4/syscalls_debug.h>
#ifdef CONFIG_KERNEL_MCS
  #include <sel4/syscalls_mcs.h>
#else
  #include <sel4/syscalls_master.h>
#endif

LIBSEL4_INLINE_FUNC void seL4_Send(seL4_CPtr dest, seL4_MessageInfo_t msgInfo) {
  libsel4_send(seL4_SysSend, dest, msgInfo, libsel4_words_of_buffer());
}

LIBSEL4_INLINE_FUNC void seL4_SendWithMRs(seL4_CPtr dest, seL4_MessageInfo_t msgInfo,
                                          seL4_Word* mr0, seL4_Word* mr1, seL4_Word* mr2,
                                          seL4_Word* mr3) {
  libsel4_send(seL4_SysSend, dest, msgInfo, libsel4_words_of(msgInfo, mr0, mr1, mr2, mr3));
}

LIBSEL4_INLINE_FUNC void seL4_NBSend(seL4_CPtr dest, seL4_MessageInfo_t msgInfo) {
  libsel4_send(seL4_SysNBSend, dest, msgInfo, libsel4_words_of_buffer());
}

LIBSEL4_INLINE_FUNC void seL4_NBSendWithMRs(seL4_CPtr dest, seL4_MessageInfo_t msgInfo,
                                            seL4_Word* mr0, seL4_Word* mr1, seL4_Word* mr2,
                                            seL4_Word* mr3) {
  libsel4_send(seL4_SysNBSend, dest, msgInfo, libsel4_words_of(msgInfo, mr0, mr1, mr2, mr3));
}

LIBSEL4_INLINE_FUNC seL4_MessageInfo_t seL4_Call(seL4_CPtr dest, seL4_MessageInfo_t msgInfo) {
  return libsel4_send_recv_buffer(seL4_SysCall, dest, msgInfo, 0, 0);
}

LIBSEL4_INLINE_FUNC seL4_MessageInfo_t seL4_CallWithMRs(seL4_CPtr dest, seL4_MessageInfo_t msgInfo,
                                                        seL4_Word* mr0, seL4_Word* mr1,
                                                        seL4_Word* mr2, seL4_Word* mr3) {
  return libsel4_send_recv_words(seL4_SysCall, dest, msgInfo, 0, 0, mr0, mr1, mr2, mr3);
}

LIBSEL4_INLINE_FUNC void seL4_Signal(seL4_CPtr dest) {
  LIBSEL4_SYS(send_null)(seL4_SysSend, dest,
                         seL4_MessageInfo_new(0, 0, 0, LIBSEL4_SIGNAL_LENGTH).words[0]);
}

LIBSEL4_INLINE_FUNC void seL4_Yield(void) { LIBSEL4_SYS(null)(seL4_SysYield); }

#ifdef CONFIG_SET_TLS_BASE_SELF
LIBSEL4_INLINE_FUNC void seL4_SetTLSBase(seL4_Word tls_base) {
  LIBSEL4_SYS(send_null)(seL4_SysSetTLSBase, tls_base, 0);
}
#endif
