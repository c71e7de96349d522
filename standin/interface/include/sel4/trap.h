// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

// The ways to enter the kernel. They differ only in what goes in and comes out; the registers are
// those of sel4/sel4_arch/syscalls.h, which also names the functions. All values are read before
// the first register is filled, so that nothing comes between that and the trap.

#include <sel4/sel4_arch/syscalls.h>
#include <sel4/simple_types.h>

// A variable that lives in the register of its role.
#define LIBSEL4_REGISTER(name, ROLE) register seL4_Word name __asm__(LIBSEL4_REGISTER_##ROLE)

// The first three roles may have registers with letters of their own in constraints of operands,
// which leave the compiler more freedom than such a variable.
#ifdef LIBSEL4_OPERAND_NUMBER
  #define LIBSEL4_HEAD(name, ROLE) seL4_Word name
#else
  #define LIBSEL4_HEAD(name, ROLE) LIBSEL4_REGISTER(name, ROLE)
  #define LIBSEL4_OPERAND_NUMBER "r"
  #define LIBSEL4_OPERAND_CAP "r"
  #define LIBSEL4_OPERAND_INFO "r"
#endif
#define LIBSEL4_CAP(access) access LIBSEL4_OPERAND_CAP(cap)
#define LIBSEL4_INFO(access) access LIBSEL4_OPERAND_INFO(info)
#define LIBSEL4_WORDS(access) \
  access "r"(message0), access "r"(message1), access "r"(message2), access "r"(message3)

// Enters the kernel. In the second argument, what goes in besides the number.
#define LIBSEL4_ENTER(outputs, inputs)                     \
  __asm__ volatile(LIBSEL4_TRAP                            \
                   : outputs                               \
                   : LIBSEL4_OPERAND_NUMBER(number) inputs \
                   : LIBSEL4_TRAP_CLOBBERS)
#define LIBSEL4_LIST(...) __VA_ARGS__

// Enters the kernel with operands that nothing comes back in.
#ifdef LIBSEL4_SEND_KEEPS_REGISTERS
  #define LIBSEL4_SENT ""
  #define LIBSEL4_ENTER_TO_SEND(...) LIBSEL4_ENTER(, LIBSEL4_LIST(, __VA_ARGS__))
#else
  #define LIBSEL4_SENT "+"
  #define LIBSEL4_ENTER_TO_SEND(...) LIBSEL4_ENTER(LIBSEL4_LIST(__VA_ARGS__), )
#endif

// Names the reply object; other kernels do not look at the register.
#ifdef CONFIG_KERNEL_MCS
  #define LIBSEL4_REPLY_REGISTER(value) LIBSEL4_REGISTER(reply_object, REPLY) = value
  #define LIBSEL4_REPLY LIBSEL4_LIST(, "r"(reply_object))
#else
  #define LIBSEL4_REPLY_REGISTER(value) (void)value
  #define LIBSEL4_REPLY
#endif

// Only the number goes in.
static inline void LIBSEL4_SYS(null)(seL4_Word sys) {
  LIBSEL4_HEAD(number, NUMBER) = sys;
  LIBSEL4_HEAD(cap, CAP);
  LIBSEL4_HEAD(info, INFO);
  LIBSEL4_ENTER(LIBSEL4_LIST(LIBSEL4_CAP("="), LIBSEL4_INFO("=")), );
}

// A send without message words.
static inline void LIBSEL4_SYS(send_null)(seL4_Word sys, seL4_Word dest, seL4_Word info_arg) {
  LIBSEL4_HEAD(number, NUMBER) = sys;
  LIBSEL4_HEAD(cap, CAP) = dest;
  LIBSEL4_HEAD(info, INFO) = info_arg;
  LIBSEL4_ENTER_TO_SEND(LIBSEL4_CAP(LIBSEL4_SENT), LIBSEL4_INFO(LIBSEL4_SENT));
}

// A send.
static inline void LIBSEL4_SYS(send)(seL4_Word sys, seL4_Word dest, seL4_Word info_arg,
                                     seL4_Word mr0, seL4_Word mr1, seL4_Word mr2, seL4_Word mr3) {
  LIBSEL4_HEAD(number, NUMBER) = sys;
  LIBSEL4_HEAD(cap, CAP) = dest;
  LIBSEL4_HEAD(info, INFO) = info_arg;
  LIBSEL4_REGISTER(message0, MR0) = mr0;
  LIBSEL4_REGISTER(message1, MR1) = mr1;
  LIBSEL4_REGISTER(message2, MR2) = mr2;
  LIBSEL4_REGISTER(message3, MR3) = mr3;
  LIBSEL4_ENTER_TO_SEND(LIBSEL4_CAP(LIBSEL4_SENT), LIBSEL4_INFO(LIBSEL4_SENT),
                        LIBSEL4_WORDS(LIBSEL4_SENT));
}

#ifndef CONFIG_KERNEL_MCS
// A send to whoever is waiting for a reply.
static inline void LIBSEL4_SYS(reply)(seL4_Word sys, seL4_Word info_arg, seL4_Word mr0,
                                      seL4_Word mr1, seL4_Word mr2, seL4_Word mr3) {
  LIBSEL4_HEAD(number, NUMBER) = sys;
  LIBSEL4_HEAD(info, INFO) = info_arg;
  LIBSEL4_REGISTER(message0, MR0) = mr0;
  LIBSEL4_REGISTER(message1, MR1) = mr1;
  LIBSEL4_REGISTER(message2, MR2) = mr2;
  LIBSEL4_REGISTER(message3, MR3) = mr3;
  LIBSEL4_ENTER_TO_SEND(LIBSEL4_INFO(LIBSEL4_SENT), LIBSEL4_WORDS(LIBSEL4_SENT));
}
#endif

// A receive.
static inline void LIBSEL4_SYS(recv)(seL4_Word sys, seL4_Word src, seL4_Word* out_badge,
                                     seL4_Word* out_info, seL4_Word* out_mr0, seL4_Word* out_mr1,
                                     seL4_Word* out_mr2, seL4_Word* out_mr3, seL4_Word reply) {
  LIBSEL4_HEAD(number, NUMBER) = sys;
  LIBSEL4_HEAD(cap, CAP) = src;
  LIBSEL4_HEAD(info, INFO);
  LIBSEL4_REGISTER(message0, MR0);
  LIBSEL4_REGISTER(message1, MR1);
  LIBSEL4_REGISTER(message2, MR2);
  LIBSEL4_REGISTER(message3, MR3);
  LIBSEL4_REPLY_REGISTER(reply);
  LIBSEL4_ENTER(LIBSEL4_LIST(LIBSEL4_CAP("+"), LIBSEL4_INFO("="), LIBSEL4_WORDS("=")),
                LIBSEL4_REPLY);
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
  LIBSEL4_HEAD(number, NUMBER) = sys;
  LIBSEL4_HEAD(cap, CAP) = dest;
  LIBSEL4_HEAD(info, INFO) = info_arg;
  LIBSEL4_REGISTER(message0, MR0) = mr0;
  LIBSEL4_REGISTER(message1, MR1) = mr1;
  LIBSEL4_REGISTER(message2, MR2) = mr2;
  LIBSEL4_REGISTER(message3, MR3) = mr3;
  LIBSEL4_REPLY_REGISTER(reply);
  LIBSEL4_ENTER(LIBSEL4_LIST(LIBSEL4_CAP("+"), LIBSEL4_INFO("+"), LIBSEL4_WORDS("+")),
                LIBSEL4_REPLY);
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
  LIBSEL4_HEAD(number, NUMBER) = sys;
  LIBSEL4_HEAD(cap, CAP) = src;
  LIBSEL4_HEAD(info, INFO) = info_arg;
  LIBSEL4_REGISTER(message0, MR0) = mr0;
  LIBSEL4_REGISTER(message1, MR1) = mr1;
  LIBSEL4_REGISTER(message2, MR2) = mr2;
  LIBSEL4_REGISTER(message3, MR3) = mr3;
  LIBSEL4_REGISTER(reply_object, REPLY) = reply;
  LIBSEL4_REGISTER(destination, DESTINATION) = dest;
  LIBSEL4_ENTER(LIBSEL4_LIST(LIBSEL4_CAP("+"), LIBSEL4_INFO("+"), LIBSEL4_WORDS("+")),
                LIBSEL4_LIST(, "r"(reply_object), "r"(destination)));
  *out_badge = cap;
  *out_info = info;
  *in_out_mr0 = message0;
  *in_out_mr1 = message1;
  *in_out_mr2 = message2;
  *in_out_mr3 = message3;
}
#endif
