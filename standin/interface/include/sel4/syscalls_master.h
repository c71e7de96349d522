// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

// Receives and replies of kernels without MCS: the kernel remembers the caller.

#include <sel4/message_words.h>

LIBSEL4_INLINE_FUNC seL4_MessageInfo_t seL4_Recv(seL4_CPtr src, seL4_Word* sender) {
  return libsel4_recv_buffer(seL4_SysRecv, src, sender, 0);
}

LIBSEL4_INLINE_FUNC seL4_MessageInfo_t seL4_RecvWithMRs(seL4_CPtr src, seL4_Word* sender,
                                                        seL4_Word* mr0, seL4_Word* mr1,
                                                        seL4_Word* mr2, seL4_Word* mr3) {
  return libsel4_recv_words(seL4_SysRecv, src, sender, 0, mr0, mr1, mr2, mr3);
}

LIBSEL4_INLINE_FUNC seL4_MessageInfo_t seL4_NBRecv(seL4_CPtr src, seL4_Word* sender) {
  return libsel4_recv_buffer(seL4_SysNBRecv, src, sender, 0);
}

LIBSEL4_INLINE_FUNC void seL4_Wait(seL4_CPtr src, seL4_Word* sender) { seL4_Recv(src, sender); }

LIBSEL4_INLINE_FUNC seL4_MessageInfo_t seL4_Poll(seL4_CPtr src, seL4_Word* sender) {
  return seL4_NBRecv(src, sender);
}

LIBSEL4_HELPER void libsel4_reply(seL4_MessageInfo_t info, libsel4_words_t words) {
  LIBSEL4_SYS(reply)(seL4_SysReply, info.words[0], words.mr0, words.mr1, words.mr2, words.mr3);
}

LIBSEL4_INLINE_FUNC void seL4_Reply(seL4_MessageInfo_t msgInfo) {
  libsel4_reply(msgInfo, libsel4_words_of_buffer());
}

LIBSEL4_INLINE_FUNC void seL4_ReplyWithMRs(seL4_MessageInfo_t msgInfo, seL4_Word* mr0,
                                           seL4_Word* mr1, seL4_Word* mr2, seL4_Word* mr3) {
  libsel4_reply(msgInfo, libsel4_words_of(msgInfo, mr0, mr1, mr2, mr3));
}

LIBSEL4_INLINE_FUNC seL4_MessageInfo_t seL4_ReplyRecv(seL4_CPtr src, seL4_MessageInfo_t msgInfo,
                                                      seL4_Word* sender) {
  return libsel4_send_recv_buffer(seL4_SysReplyRecv, src, msgInfo, sender, 0);
}

LIBSEL4_INLINE_FUNC seL4_MessageInfo_t seL4_ReplyRecvWithMRs(seL4_CPtr src,
                                                             seL4_MessageInfo_t msgInfo,
                                                             seL4_Word* sender, seL4_Word* mr0,
                                                             seL4_Word* mr1, seL4_Word* mr2,
                                                             seL4_Word* mr3) {
  return libsel4_send_recv_words(seL4_SysReplyRecv, src, msgInfo, sender, 0, mr0, mr1, mr2, mr3);
}
