// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// The measured paths in C, written against libsel4 as its users write them.

#include <sel4/sel4.h>

#ifdef CONFIG_KERNEL_MCS
  #define RECV(ep, badge, reply) seL4_Recv(ep, badge, reply)
  #define REPLY_RECV(ep, info, badge, reply) seL4_ReplyRecv(ep, info, badge, reply)
  #define REPLY_RECV_WITH_MRS(ep, info, badge, m, reply) \
    seL4_ReplyRecvWithMRs(ep, info, badge, &(m)[0], &(m)[1], &(m)[2], &(m)[3], reply)
#else
  #define RECV(ep, badge, reply) ((void)(reply), seL4_Recv(ep, badge))
  #define REPLY_RECV(ep, info, badge, reply) seL4_ReplyRecv(ep, info, badge)
  #define REPLY_RECV_WITH_MRS(ep, info, badge, m, reply) \
    seL4_ReplyRecvWithMRs(ep, info, badge, &(m)[0], &(m)[1], &(m)[2], &(m)[3])
#endif

void c_call_none(seL4_CPtr ep, seL4_Word count) {
  for (seL4_Word i = 0; i < count; i++) {
    seL4_Call(ep, seL4_MessageInfo_new(0, 0, 0, 0));
  }
}

void c_serve_none(seL4_CPtr ep, seL4_CPtr reply) {
  seL4_Word badge;
  RECV(ep, &badge, reply);
  for (;;) {
    REPLY_RECV(ep, seL4_MessageInfo_new(0, 0, 0, 0), &badge, reply);
  }
}

void c_call_registers(seL4_CPtr ep, seL4_Word count) {
  seL4_Word m[4] = {1, 2, 3, 4};
  for (seL4_Word i = 0; i < count; i++) {
    seL4_CallWithMRs(ep, seL4_MessageInfo_new(0, 0, 0, 4), &m[0], &m[1], &m[2], &m[3]);
  }
}

void c_serve_registers(seL4_CPtr ep, seL4_CPtr reply) {
  seL4_Word badge;
  seL4_Word m[4] = {0};
  RECV(ep, &badge, reply);
  for (;;) {
    REPLY_RECV_WITH_MRS(ep, seL4_MessageInfo_new(0, 0, 0, 4), &badge, m, reply);
  }
}

void c_call_buffer(seL4_CPtr ep, seL4_Word count) {
  for (seL4_Word i = 0; i < count; i++) {
    seL4_SetMR(0, i);
    seL4_SetMR(1, i);
    seL4_SetMR(2, i);
    seL4_SetMR(3, i);
    seL4_Call(ep, seL4_MessageInfo_new(0, 0, 0, 4));
  }
}

void c_serve_buffer(seL4_CPtr ep, seL4_CPtr reply) {
  seL4_Word badge;
  RECV(ep, &badge, reply);
  for (;;) {
    REPLY_RECV(ep, seL4_MessageInfo_new(0, 0, 0, 4), &badge, reply);
  }
}

void c_signal(seL4_CPtr notification, seL4_Word count) {
  for (seL4_Word i = 0; i < count; i++) {
    seL4_Signal(notification);
  }
}

void c_set_priority(seL4_CPtr tcb, seL4_Word count) {
  for (seL4_Word i = 0; i < count; i++) {
    seL4_TCB_SetPriority(tcb, seL4_CapInitThreadTCB, 255);
  }
}
