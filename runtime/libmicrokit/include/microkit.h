// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// The C interface of Microkit's libmicrokit 2.3, for protection domains written for it: they compile
// and link unchanged. Also compiles as C++, where the entry point `protected` is called
// microkit_protected, because C++ keeps that word. New programs in C++ use sel4/protection_domain.hpp.

#pragma once

#ifdef __cplusplus
// The kernel's headers know nothing of C++, and <string.h> must come before them.
  #include <string.h>
extern "C" {
#endif

#include <sel4/sel4.h>
#ifdef CONFIG_VTX
  #include <sel4/arch/vmenter.h>
#endif

typedef unsigned int microkit_channel;
typedef unsigned int microkit_child;
typedef unsigned int microkit_ioport;
typedef seL4_MessageInfo_t microkit_msginfo;

// Capability addresses in a domain.
#define MONITOR_EP 5
#define TCB_CAP 6
#define ARM_SMC_CAP 7
#define BASE_OUTPUT_NOTIFICATION_CAP 10
#define BASE_ENDPOINT_CAP 74
#define BASE_IRQ_CAP 138
#define BASE_TCB_CAP 202
#define BASE_VM_TCB_CAP 266
#define BASE_VCPU_CAP 330
#define BASE_IOPORT_CAP 394
#define BASE_USER_CAPS 458

#define PD_ROOT_CAP_BITS 6
#define PD_ROOT_CAP_SIZE (1ULL << PD_ROOT_CAP_BITS)

#define MICROKIT_MAX_USER_CAPS 128
#define MICROKIT_MAX_CHANNELS 62
#define MICROKIT_MAX_CHANNEL_ID (MICROKIT_MAX_CHANNELS - 1)
#define MICROKIT_MAX_IOPORT_ID MICROKIT_MAX_CHANNELS
#define MICROKIT_PD_NAME_LENGTH 64

// What the domain defines: init() and notified(), and if such events can come, the other two.
void init(void);
void notified(microkit_channel ch);
#ifdef __cplusplus
microkit_msginfo microkit_protected(microkit_channel ch, microkit_msginfo msginfo)
    __asm__("protected");
#else
microkit_msginfo protected(microkit_channel ch, microkit_msginfo msginfo);
#endif
seL4_Bool fault(microkit_child child, microkit_msginfo msginfo, microkit_msginfo* reply_msginfo);

// What the Microkit tool writes: the domain's name, and a bit for each channel, interrupt and range
// of I/O ports that the domain has.
extern char microkit_name[MICROKIT_PD_NAME_LENGTH];
extern seL4_Word microkit_irqs;
extern seL4_Word microkit_notifications;
extern seL4_Word microkit_pps;
extern seL4_Word microkit_ioports;

// The deferred action, which the next receive takes along.
extern seL4_Bool microkit_have_signal;
extern seL4_CPtr microkit_signal_cap;
extern seL4_MessageInfo_t microkit_signal_msg;

// Text on the kernel's console; nothing on kernels without one.
void microkit_dbg_putc(int c);
void microkit_dbg_puts(const char* s);
void microkit_dbg_put8(seL4_Uint8 x);
void microkit_dbg_put32(seL4_Uint32 x);

// Stops the domain by a fault at the address `err`, which the monitor then prints.
void microkit_internal_crash(seL4_Error err);
// Prints which function was called with a number that the system description does not give.
void microkit_internal_invalid(const char* function, const char* kind, seL4_Word number);
// Stops the domain unless `err` is 0: a call that cannot fail has failed.
void microkit_internal_check(seL4_Word err, const char* function);
// Puts an action off to the next receive; one that waits already is done now.
void microkit_internal_defer(seL4_CPtr cap, seL4_MessageInfo_t info);

static inline seL4_Bool microkit_internal_has(seL4_Word bits, seL4_Word number, seL4_Word limit) {
  return number < limit && ((bits >> number) & 1) != 0;
}

static inline void microkit_notify(microkit_channel ch) {
  if (!microkit_internal_has(microkit_notifications, ch, MICROKIT_MAX_CHANNELS)) {
    microkit_internal_invalid("microkit_notify", "channel", ch);
    return;
  }
  seL4_Signal(BASE_OUTPUT_NOTIFICATION_CAP + ch);
}

static inline void microkit_deferred_notify(microkit_channel ch) {
  if (!microkit_internal_has(microkit_notifications, ch, MICROKIT_MAX_CHANNELS)) {
    microkit_internal_invalid("microkit_deferred_notify", "channel", ch);
    return;
  }
  microkit_internal_defer(BASE_OUTPUT_NOTIFICATION_CAP + ch, seL4_MessageInfo_new(0, 0, 0, 0));
}

static inline void microkit_irq_ack(microkit_channel ch) {
  if (!microkit_internal_has(microkit_irqs, ch, MICROKIT_MAX_CHANNELS)) {
    microkit_internal_invalid("microkit_irq_ack", "channel", ch);
    return;
  }
  seL4_IRQHandler_Ack(BASE_IRQ_CAP + ch);
}

static inline void microkit_deferred_irq_ack(microkit_channel ch) {
  if (!microkit_internal_has(microkit_irqs, ch, MICROKIT_MAX_CHANNELS)) {
    microkit_internal_invalid("microkit_deferred_irq_ack", "channel", ch);
    return;
  }
  microkit_internal_defer(BASE_IRQ_CAP + ch, seL4_MessageInfo_new(IRQAckIRQ, 0, 0, 0));
}

static inline microkit_msginfo microkit_ppcall(microkit_channel ch, microkit_msginfo msginfo) {
  if (!microkit_internal_has(microkit_pps, ch, MICROKIT_MAX_CHANNELS)) {
    microkit_internal_invalid("microkit_ppcall", "channel", ch);
    return seL4_MessageInfo_new(0, 0, 0, 0);
  }
  return seL4_Call(BASE_ENDPOINT_CAP + ch, msginfo);
}

static inline microkit_msginfo microkit_msginfo_new(seL4_Word label, seL4_Uint16 count) {
  return seL4_MessageInfo_new(label, 0, 0, count);
}

static inline seL4_Word microkit_msginfo_get_label(microkit_msginfo msginfo) {
  return seL4_MessageInfo_get_label(msginfo);
}

static inline seL4_Word microkit_msginfo_get_count(microkit_msginfo msginfo) {
  return seL4_MessageInfo_get_length(msginfo);
}

static inline void microkit_mr_set(seL4_Uint8 mr, seL4_Word value) { seL4_SetMR(mr, value); }

static inline seL4_Word microkit_mr_get(seL4_Uint8 mr) { return seL4_GetMR(mr); }

// The capability in slot `slot` of the domain's cspace element; 0 if there is no such slot.
static inline seL4_CPtr microkit_cspace_root_slot_to_cptr(seL4_Word slot) {
  return slot >= PD_ROOT_CAP_SIZE ? 0 : slot << (seL4_WordBits - PD_ROOT_CAP_BITS);
}

// Sets a thread's program counter and lets it run.
static inline void microkit_internal_restart(seL4_CPtr tcb, seL4_Word entry_point,
                                             const char* function) {
  // The program counter is the first register of every architecture.
  seL4_UserContext context;
  seL4_Word* const first = (seL4_Word*)(void*)&context;
  *first = entry_point;
  microkit_internal_check(seL4_TCB_WriteRegisters(tcb, 1, 0, 1, &context), function);
}

static inline void microkit_pd_restart(microkit_child pd, seL4_Word entry_point) {
  microkit_internal_restart(BASE_TCB_CAP + pd, entry_point, "microkit_pd_restart");
}

static inline void microkit_pd_stop(microkit_child pd) {
  microkit_internal_check(seL4_TCB_Suspend(BASE_TCB_CAP + pd), "microkit_pd_stop");
}

static inline void microkit_pd_resume(microkit_child pd) {
  microkit_internal_check(seL4_TCB_Resume(BASE_TCB_CAP + pd), "microkit_pd_resume");
}

#if defined(CONFIG_ARM_HYPERVISOR_SUPPORT) || defined(CONFIG_ALLOW_SMC_CALLS)
  #include <microkit/arm.h>
#endif
#ifdef CONFIG_ARCH_X86_64
  #include <microkit/x86.h>
#endif

#ifdef __cplusplus
}
#endif
