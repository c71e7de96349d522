// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

// The four message words that travel in registers, between where a program has them and the trap.

#include <sel4/functions.h>
#include <sel4/sel4_arch/syscalls.h>

#define LIBSEL4_HELPER static inline __attribute__((__always_inline__))

typedef struct libsel4_words {
  seL4_Word mr0, mr1, mr2, mr3;
} libsel4_words_t;

LIBSEL4_HELPER libsel4_words_t libsel4_words_of_buffer(void) {
  libsel4_words_t words = {seL4_GetMR(0), seL4_GetMR(1), seL4_GetMR(2), seL4_GetMR(3)};
  return words;
}

LIBSEL4_HELPER void libsel4_words_to_buffer(libsel4_words_t words) {
  seL4_SetMR(0, words.mr0);
  seL4_SetMR(1, words.mr1);
  seL4_SetMR(2, words.mr2);
  seL4_SetMR(3, words.mr3);
}

// Words that the message does not have, or whose pointer is null, are zero.
LIBSEL4_HELPER libsel4_words_t libsel4_words_of(seL4_MessageInfo_t info, const seL4_Word* mr0,
                                                const seL4_Word* mr1, const seL4_Word* mr2,
                                                const seL4_Word* mr3) {
  const seL4_Word length = seL4_MessageInfo_get_length(info);
  libsel4_words_t words = {0, 0, 0, 0};
  if (mr0 && length > 0) words.mr0 = *mr0;
  if (mr1 && length > 1) words.mr1 = *mr1;
  if (mr2 && length > 2) words.mr2 = *mr2;
  if (mr3 && length > 3) words.mr3 = *mr3;
  return words;
}

// Gives all four, whatever the length of the answer, but for null pointers.
LIBSEL4_HELPER void libsel4_words_to(libsel4_words_t words, seL4_Word* mr0, seL4_Word* mr1,
                                     seL4_Word* mr2, seL4_Word* mr3) {
  if (mr0) *mr0 = words.mr0;
  if (mr1) *mr1 = words.mr1;
  if (mr2) *mr2 = words.mr2;
  if (mr3) *mr3 = words.mr3;
}

LIBSEL4_HELPER void libsel4_send(seL4_Word sys, seL4_CPtr dest, seL4_MessageInfo_t info,
                                 libsel4_words_t words) {
  LIBSEL4_SYS(send)(sys, dest, info.words[0], words.mr0, words.mr1, words.mr2, words.mr3);
}

LIBSEL4_HELPER seL4_MessageInfo_t libsel4_recv(seL4_Word sys, seL4_CPtr src, seL4_Word* badge,
                                               libsel4_words_t* words, seL4_CPtr reply) {
  seL4_MessageInfo_t info;
  LIBSEL4_SYS(recv)(sys, src, badge, &info.words[0], &words->mr0, &words->mr1, &words->mr2,
                    &words->mr3, reply);
  return info;
}

LIBSEL4_HELPER seL4_MessageInfo_t libsel4_send_recv(seL4_Word sys, seL4_CPtr dest,
                                                    seL4_MessageInfo_t info, seL4_Word* badge,
                                                    libsel4_words_t* words, seL4_CPtr reply) {
  LIBSEL4_SYS(send_recv)(sys, dest, badge, info.words[0], &info.words[0], &words->mr0, &words->mr1,
                         &words->mr2, &words->mr3, reply);
  return info;
}

#ifdef CONFIG_KERNEL_MCS
LIBSEL4_HELPER seL4_MessageInfo_t libsel4_nbsend_recv(seL4_Word sys, seL4_CPtr dest,
                                                      seL4_MessageInfo_t info, seL4_CPtr src,
                                                      seL4_Word* badge, libsel4_words_t* words,
                                                      seL4_CPtr reply) {
  LIBSEL4_SYS(nbsend_recv)(sys, dest, src, badge, info.words[0], &info.words[0], &words->mr0,
                           &words->mr1, &words->mr2, &words->mr3, reply);
  return info;
}
#endif

// The same with the words of a message in the buffer; `sender` may be null.
LIBSEL4_HELPER seL4_MessageInfo_t libsel4_recv_buffer(seL4_Word sys, seL4_CPtr src,
                                                      seL4_Word* sender, seL4_CPtr reply) {
  libsel4_words_t words;
  seL4_Word badge;
  const seL4_MessageInfo_t info = libsel4_recv(sys, src, &badge, &words, reply);
  libsel4_words_to_buffer(words);
  if (sender) *sender = badge;
  return info;
}

LIBSEL4_HELPER seL4_MessageInfo_t libsel4_send_recv_buffer(seL4_Word sys, seL4_CPtr dest,
                                                           seL4_MessageInfo_t info,
                                                           seL4_Word* sender, seL4_CPtr reply) {
  libsel4_words_t words = libsel4_words_of_buffer();
  seL4_Word badge;
  info = libsel4_send_recv(sys, dest, info, &badge, &words, reply);
  libsel4_words_to_buffer(words);
  if (sender) *sender = badge;
  return info;
}

#ifdef CONFIG_KERNEL_MCS
LIBSEL4_HELPER seL4_MessageInfo_t libsel4_nbsend_recv_buffer(seL4_Word sys, seL4_CPtr dest,
                                                             seL4_MessageInfo_t info, seL4_CPtr src,
                                                             seL4_Word* sender, seL4_CPtr reply) {
  libsel4_words_t words = libsel4_words_of_buffer();
  seL4_Word badge;
  info = libsel4_nbsend_recv(sys, dest, info, src, &badge, &words, reply);
  libsel4_words_to_buffer(words);
  if (sender) *sender = badge;
  return info;
}
#endif

// The same with the words of a message where the pointers say; any of these may be null.
LIBSEL4_HELPER seL4_MessageInfo_t libsel4_recv_words(seL4_Word sys, seL4_CPtr src,
                                                     seL4_Word* sender, seL4_CPtr reply,
                                                     seL4_Word* mr0, seL4_Word* mr1, seL4_Word* mr2,
                                                     seL4_Word* mr3) {
  libsel4_words_t words;
  seL4_Word badge;
  const seL4_MessageInfo_t info = libsel4_recv(sys, src, &badge, &words, reply);
  libsel4_words_to(words, mr0, mr1, mr2, mr3);
  if (sender) *sender = badge;
  return info;
}

LIBSEL4_HELPER seL4_MessageInfo_t libsel4_send_recv_words(seL4_Word sys, seL4_CPtr dest,
                                                          seL4_MessageInfo_t info,
                                                          seL4_Word* sender, seL4_CPtr reply,
                                                          seL4_Word* mr0, seL4_Word* mr1,
                                                          seL4_Word* mr2, seL4_Word* mr3) {
  libsel4_words_t words = libsel4_words_of(info, mr0, mr1, mr2, mr3);
  seL4_Word badge;
  info = libsel4_send_recv(sys, dest, info, &badge, &words, reply);
  libsel4_words_to(words, mr0, mr1, mr2, mr3);
  if (sender) *sender = badge;
  return info;
}

#ifdef CONFIG_KERNEL_MCS
LIBSEL4_HELPER seL4_MessageInfo_t libsel4_nbsend_recv_words(seL4_Word sys, seL4_CPtr dest,
                                                            seL4_MessageInfo_t info, seL4_CPtr src,
                                                            seL4_Word* sender, seL4_CPtr reply,
                                                            seL4_Word* mr0, seL4_Word* mr1,
                                                            seL4_Word* mr2, seL4_Word* mr3) {
  libsel4_words_t words = libsel4_words_of(info, mr0, mr1, mr2, mr3);
  seL4_Word badge;
  info = libsel4_nbsend_recv(sys, dest, info, src, &badge, &words, reply);
  libsel4_words_to(words, mr0, mr1, mr2, mr3);
  if (sender) *sender = badge;
  return info;
}
#endif
