// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

// The ways to enter the kernel. They differ only in what goes in and comes out; the registers are
// those of sel4/sel4_arch/syscalls.h, which also names the functions. All values
// are read before the first register is filled, so that nothing comes between that and the trap.

#include <sel4/sel4_arch/syscalls.h>
#include <sel4/simple_types.h>

#define LIBSEL4_REGISTER(name, REGISTER) \
  register seL4_Word name __asm__(LIBSEL4_REGISTER_##REGISTER)

// Names the reply object; other kernels do not look at the register.
#ifdef CONFIG_KERNEL_MCS
  #define LIBSEL4_REPLY_REGISTER(value) LIBSEL4_REGISTER(reply_object, REPLY) = value
  #define LIBSEL4_REPLY_OPERAND , "r"(reply_object)
#else
  #define LIBSEL4_REPLY_REGISTER(value) (void)value
  #define LIBSEL4_REPLY_OPERAND
#endif

// Only the number goes in.
static inline void LIBSEL4_SYS(null)(seL4_Word sys) {
  LIBSEL4_REGISTER(number, NUMBER) = sys;
  LIBSEL4_REGISTER(cap, CAP);
  LIBSEL4_REGISTER(info, INFO);
  __asm__ volatile(LIBSEL4_TRAP : "=r"(cap), "=r"(info) : "r"(number) : LIBSEL4_TRAP_CLOBBERS);
}

// A send without message words.
static inline void LIBSEL4_SYS(send_null)(seL4_Word sys, seL4_Word dest, seL4_Word info_arg) {
  LIBSEL4_REGISTER(number, NUMBER) = sys;
  LIBSEL4_REGISTER(cap, CAP) = dest;
  LIBSEL4_REGISTER(info, INFO) = info_arg;
  __asm__ volatile(LIBSEL4_TRAP : "+r"(cap), "+r"(info) : "r"(number) : LIBSEL4_TRAP_CLOBBERS);
}

// A send.
static inline void LIBSEL4_SYS(send)(seL4_Word sys, seL4_Word dest, seL4_Word info_arg,
                                     seL4_Word mr0, seL4_Word mr1, seL4_Word mr2, seL4_Word mr3) {
  LIBSEL4_REGISTER(number, NUMBER) = sys;
  LIBSEL4_REGISTER(cap, CAP) = dest;
  LIBSEL4_REGISTER(info, INFO) = info_arg;
  LIBSEL4_REGISTER(message0, MR0) = mr0;
  LIBSEL4_REGISTER(message1, MR1) = mr1;
  LIBSEL4_REGISTER(message2, MR2) = mr2;
  LIBSEL4_REGISTER(message3, MR3) = mr3;
  __asm__ volatile(LIBSEL4_TRAP
                   : "+r"(cap), "+r"(info), "+r"(message0), "+r"(message1), "+r"(message2),
                     "+r"(message3)
                   : "r"(number)
                   : LIBSEL4_TRAP_CLOBBERS);
}

#ifndef CONFIG_KERNEL_MCS
// A send to whoever is waiting for a reply.
static inline void LIBSEL4_SYS(reply)(seL4_Word sys, seL4_Word info_arg, seL4_Word mr0,
                                      seL4_Word mr1, seL4_Word mr2, seL4_Word mr3) {
  LIBSEL4_REGISTER(number, NUMBER) = sys;
  LIBSEL4_REGISTER(info, INFO) = info_arg;
  LIBSEL4_REGISTER(message0, MR0) = mr0;
  LIBSEL4_REGISTER(message1, MR1) = mr1;
  LIBSEL4_REGISTER(message2, MR2) = mr2;
  LIBSEL4_REGISTER(message3, MR3) = mr3;
  __asm__ volatile(LIBSEL4_TRAP
                   : "+r"(info), "+r"(message0), "+r"(message1), "+r"(message2), "+r"(message3)
                   : "r"(number)
                   : LIBSEL4_TRAP_CLOBBERS);
}
#endif

// A receive.
static inline void LIBSEL4_SYS(recv)(seL4_Word sys, seL4_Word src, seL4_Word* out_badge,
                                     seL4_Word* out_info, seL4_Word* out_mr0, seL4_Word* out_mr1,
                                     seL4_Word* out_mr2, seL4_Word* out_mr3, seL4_Word reply) {
  LIBSEL4_REGISTER(number, NUMBER) = sys;
  LIBSEL4_REGISTER(cap, CAP) = src;
  LIBSEL4_REGISTER(info, INFO);
  LIBSEL4_REGISTER(message0, MR0);
  LIBSEL4_REGISTER(message1, MR1);
  LIBSEL4_REGISTER(message2, MR2);
  LIBSEL4_REGISTER(message3, MR3);
  LIBSEL4_REPLY_REGISTER(reply);
  __asm__ volatile(LIBSEL4_TRAP
                   : "+r"(cap), "=r"(info), "=r"(message0), "=r"(message1), "=r"(message2),
                     "=r"(message3)
                   : "r"(number)LIBSEL4_REPLY_OPERAND
                   : LIBSEL4_TRAP_CLOBBERS);
  *out_badge = cap;
  *out_info = info;
  *out_mr0 = message0;
  *out_mr1 = message1;
  *out_mr2 = message2;
  *out_mr3 = message3;
}

// A send and a receive through one capability.
static inline void LIBSEL4_SYS(send_recv)(seL4_Word sys, seL4_Word dest, seL4_Word* out_badge,
                                          seL4_Word info_arg, seL4_Word* out_info,
                                          seL4_Word* in_out_mr0, seL4_Word* in_out_mr1,
                                          seL4_Word* in_out_mr2, seL4_Word* in_out_mr3,
                                          seL4_Word reply) {
  const seL4_Word mr0 = *in_out_mr0, mr1 = *in_out_mr1, mr2 = *in_out_mr2, mr3 = *in_out_mr3;
  LIBSEL4_REGISTER(number, NUMBER) = sys;
  LIBSEL4_REGISTER(cap, CAP) = dest;
  LIBSEL4_REGISTER(info, INFO) = info_arg;
  LIBSEL4_REGISTER(message0, MR0) = mr0;
  LIBSEL4_REGISTER(message1, MR1) = mr1;
  LIBSEL4_REGISTER(message2, MR2) = mr2;
  LIBSEL4_REGISTER(message3, MR3) = mr3;
  LIBSEL4_REPLY_REGISTER(reply);
  __asm__ volatile(LIBSEL4_TRAP
                   : "+r"(cap), "+r"(info), "+r"(message0), "+r"(message1), "+r"(message2),
                     "+r"(message3)
                   : "r"(number)LIBSEL4_REPLY_OPERAND
                   : LIBSEL4_TRAP_CLOBBERS);
  *out_badge = cap;
  *out_info = info;
  *in_out_mr0 = message0;
  *in_out_mr1 = message1;
  *in_out_mr2 = message2;
  *in_out_mr3 = message3;
}

#ifdef CONFIG_KERNEL_MCS
// A send to one capability and a receive from another.
static inline void LIBSEL4_SYS(nbsend_recv)(seL4_Word sys, seL4_Word dest, seL4_Word src,
                                            seL4_Word* out_badge, seL4_Word info_arg,
                                            seL4_Word* out_info, seL4_Word* in_out_mr0,
                                            seL4_Word* in_out_mr1, seL4_Word* in_out_mr2,
                                            seL4_Word* in_out_mr3, seL4_Word reply) {
  const seL4_Word mr0 = *in_out_mr0, mr1 = *in_out_mr1, mr2 = *in_out_mr2, mr3 = *in_out_mr3;
  LIBSEL4_REGISTER(number, NUMBER) = sys;
  LIBSEL4_REGISTER(cap, CAP) = src;
  LIBSEL4_REGISTER(info, INFO) = info_arg;
  LIBSEL4_REGISTER(message0, MR0) = mr0;
  LIBSEL4_REGISTER(message1, MR1) = mr1;
  LIBSEL4_REGISTER(message2, MR2) = mr2;
  LIBSEL4_REGISTER(message3, MR3) = mr3;
  LIBSEL4_REGISTER(reply_object, REPLY) = reply;
  LIBSEL4_REGISTER(destination, DESTINATION) = dest;
  __asm__ volatile(LIBSEL4_TRAP
                   : "+r"(cap), "+r"(info), "+r"(message0), "+r"(message1), "+r"(message2),
                     "+r"(message3)
                   : "r"(number), "r"(reply_object), "r"(destination)
                   : LIBSEL4_TRAP_CLOBBERS);
  *out_badge = cap;
  *out_info = info;
  *in_out_mr0 = message0;
  *in_out_mr1 = message1;
  *in_out_mr2 = message2;
  *in_out_mr3 = message3;
}
#endif
