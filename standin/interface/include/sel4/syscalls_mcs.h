// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

// Receives of MCS kernels: `reply` names the reply object that shall remember the caller.

#include <sel4/message_words.h>

LIBSEL4_INLINE_FUNC seL4_MessageInfo_t seL4_Recv(seL4_CPtr src, seL4_Word* sender,
                                                 seL4_CPtr reply) {
  return libsel4_recv_buffer(seL4_SysRecv, src, sender, reply);
}

LIBSEL4_INLINE_FUNC seL4_MessageInfo_t seL4_NBRecv(seL4_CPtr src, seL4_Word* sender,
                                                   seL4_CPtr reply) {
  return libsel4_recv_buffer(seL4_SysNBRecv, src, sender, reply);
}

// The parameters have an order of their own on x86.
#ifdef CONFIG_ARCH_X86
LIBSEL4_INLINE_FUNC seL4_MessageInfo_t seL4_RecvWithMRs(seL4_CPtr src, seL4_Word* sender,
                                                        seL4_Word* mr0, seL4_Word* mr1,
                                                        seL4_Word* mr2, seL4_Word* mr3,
                                                        seL4_CPtr reply) {
#else
LIBSEL4_INLINE_FUNC seL4_MessageInfo_t seL4_RecvWithMRs(seL4_CPtr src, seL4_Word* sender,
                                                        seL4_CPtr reply, seL4_Word* mr0,
                                                        seL4_Word* mr1, seL4_Word* mr2,
                                                        seL4_Word* mr3) {
#endif
  return libsel4_recv_words(seL4_SysRecv, src, sender, reply, mr0, mr1, mr2, mr3);
}

// Waits take no reply object: a caller would stay blocked.
LIBSEL4_INLINE_FUNC seL4_MessageInfo_t seL4_Wait(seL4_CPtr src, seL4_Word* sender) {
  return libsel4_recv_buffer(seL4_SysWait, src, sender, 0);
}

LIBSEL4_INLINE_FUNC seL4_MessageInfo_t seL4_WaitWithMRs(seL4_CPtr src, seL4_Word* sender,
                                                        seL4_Word* mr0, seL4_Word* mr1,
                                                        seL4_Word* mr2, seL4_Word* mr3) {
  return libsel4_recv_words(seL4_SysWait, src, sender, 0, mr0, mr1, mr2, mr3);
}

LIBSEL4_INLINE_FUNC seL4_MessageInfo_t seL4_NBWait(seL4_CPtr src, seL4_Word* sender) {
  return libsel4_recv_buffer(seL4_SysNBWait, src, sender, 0);
}

LIBSEL4_INLINE_FUNC seL4_MessageInfo_t seL4_Poll(seL4_CPtr src, seL4_Word* sender) {
  return seL4_NBWait(src, sender);
}

LIBSEL4_INLINE_FUNC seL4_MessageInfo_t seL4_ReplyRecv(seL4_CPtr src, seL4_MessageInfo_t msgInfo,
                                                      seL4_Word* sender, seL4_CPtr reply) {
  return libsel4_send_recv_buffer(seL4_SysReplyRecv, src, msgInfo, sender, reply);
}

LIBSEL4_INLINE_FUNC seL4_MessageInfo_t seL4_ReplyRecvWithMRs(seL4_CPtr src,
                                                             seL4_MessageInfo_t msgInfo,
                                                             seL4_Word* sender, seL4_Word* mr0,
                                                             seL4_Word* mr1, seL4_Word* mr2,
                                                             seL4_Word* mr3, seL4_CPtr reply) {
  return libsel4_send_recv_words(seL4_SysReplyRecv, src, msgInfo, sender, reply, mr0, mr1, mr2,
                                 mr3);
}

LIBSEL4_INLINE_FUNC seL4_MessageInfo_t seL4_NBSendRecv(seL4_CPtr dest, seL4_MessageInfo_t msgInfo,
                                                       seL4_CPtr src, seL4_Word* sender,
                                                       seL4_CPtr reply) {
  return libsel4_nbsend_recv_buffer(seL4_SysNBSendRecv, dest, msgInfo, src, sender, reply);
}

LIBSEL4_INLINE_FUNC seL4_MessageInfo_t seL4_NBSendRecvWithMRs(
    seL4_CPtr dest, seL4_MessageInfo_t msgInfo, seL4_CPtr src, seL4_Word* sender, seL4_Word* mr0,
    seL4_Word* mr1, seL4_Word* mr2, seL4_Word* mr3, seL4_CPtr reply) {
  return libsel4_nbsend_recv_words(seL4_SysNBSendRecv, dest, msgInfo, src, sender, reply, mr0, mr1,
                                   mr2, mr3);
}

// The destination travels where a reply object otherwise does.
LIBSEL4_INLINE_FUNC seL4_MessageInfo_t seL4_NBSendWait(seL4_CPtr dest, seL4_MessageInfo_t msgInfo,
                                                       seL4_CPtr src, seL4_Word* sender) {
  return libsel4_nbsend_recv_buffer(seL4_SysNBSendWait, 0, msgInfo, src, sender, dest);
}

// Not what its name promises, and the same as with seL4 16.0.0: no wait but a receive that takes
// the destination for a reply object and sends nowhere, or on x86 a reply and receive that never
// looks at the source. What is wanted is seL4_NBSendWait().
LIBSEL4_INLINE_FUNC seL4_MessageInfo_t seL4_NBSendWaitWithMRs(seL4_CPtr dest,
                                                              seL4_MessageInfo_t msgInfo,
                                                              seL4_CPtr src, seL4_Word* sender,
                                                              seL4_Word* mr0, seL4_Word* mr1,
                                                              seL4_Word* mr2, seL4_Word* mr3) {
#ifdef CONFIG_ARCH_X86
  (void)src;
  return libsel4_send_recv_words(seL4_SysReplyRecv, dest, msgInfo, sender, dest, mr0, mr1, mr2,
                                 mr3);
#else
  return libsel4_nbsend_recv_words(seL4_SysNBSendRecv, 0, msgInfo, src, sender, dest, mr0, mr1, mr2,
                                   mr3);
#endif
}
