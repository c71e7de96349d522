// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "loop.h"

#include <microkit.h>

enum { INPUT_CAP = 1, REPLY_CAP = 4 };

static const seL4_Word call_bit = (seL4_Word)1 << 63;
static const seL4_Word fault_bit = (seL4_Word)1 << 62;
static const seL4_Word channel_mask = 0x3f;
static const seL4_Word child_mask = 0xff;

extern seL4_Bool microkit_passive;

seL4_Bool microkit_have_signal = 0;
seL4_CPtr microkit_signal_cap;
seL4_MessageInfo_t microkit_signal_msg;

#ifdef CONFIG_VTX
struct microkit_x86_vcpu_state microkit_x86_vcpu_state;
#endif

static void flush_deferred(void) {
  if (!microkit_have_signal) return;
  microkit_have_signal = 0;
  seL4_Send(microkit_signal_cap, microkit_signal_msg);
}

void microkit_internal_defer(seL4_CPtr cap, seL4_MessageInfo_t info) {
  flush_deferred();
  microkit_have_signal = 1;
  microkit_signal_cap = cap;
  microkit_signal_msg = info;
}

#ifdef CONFIG_VTX
// Runs the guest until it exits, which comes as a fault, or the domain is notified.
static seL4_MessageInfo_t run_guest(seL4_Word* badge) {
  struct microkit_x86_vcpu_state* const state = &microkit_x86_vcpu_state;
  seL4_Word result;
  seL4_Word reason = 0;
  flush_deferred();
  x64_sys_send_recv(seL4_SysVMEnter, 0, badge, 0, &result, &state->rip, &state->prim_proc_ctl,
                    &state->irq_info, &reason, 0);
  // These came in registers, and fault() looks in the IPC buffer.
  seL4_SetMR(SEL4_VMENTER_CALL_EIP_MR, state->rip);
  seL4_SetMR(SEL4_VMENTER_CALL_CONTROL_PPC_MR, state->prim_proc_ctl);
  seL4_SetMR(SEL4_VMENTER_CALL_INTERRUPT_INFO_MR, state->irq_info);
  if (result == SEL4_VMENTER_RESULT_NOTIF) return seL4_MessageInfo_new(0, 0, 0, 0);
  seL4_SetMR(SEL4_VMENTER_FAULT_REASON_MR, reason);
  *badge |= fault_bit;
  return seL4_MessageInfo_new(0, 0, 0, SEL4_VMENTER_NUM_FAULT_MSGS);
}
#endif

static seL4_MessageInfo_t receive(seL4_Word* badge) {
#ifdef CONFIG_VTX
  if (microkit_x86_vcpu_state.is_on) return run_guest(badge);
#endif
  if (microkit_have_signal) {
    microkit_have_signal = 0;
    return seL4_NBSendRecv(microkit_signal_cap, microkit_signal_msg, INPUT_CAP, badge, REPLY_CAP);
  }
  return seL4_Recv(INPUT_CAP, badge, REPLY_CAP);
}

static seL4_MessageInfo_t answer(seL4_MessageInfo_t info, seL4_Word* badge) {
  flush_deferred();
  return seL4_ReplyRecv(INPUT_CAP, info, badge, REPLY_CAP);
}

// Whether the fault is answered by `reply`.
static seL4_Bool handle_fault(seL4_Word badge, seL4_MessageInfo_t info, seL4_MessageInfo_t* reply) {
#ifdef CONFIG_VTX
  if (microkit_x86_vcpu_state.is_on) {
    // A guest's exit is nobody's message, so there is nobody to answer.
    if (!fault((microkit_child)(badge & child_mask), info, reply)) microkit_vcpu_x86_off();
    return 0;
  }
#endif
  return fault((microkit_child)(badge & child_mask), info, reply);
}

void microkit_internal_loop(void) {
  if (microkit_passive) microkit_internal_defer(MONITOR_EP, seL4_MessageInfo_new(0, 0, 0, 0));
  // The kernel may have taken an interrupt as delivered before the domain could wait for it (seL4
  // issue 1536).
  for (seL4_Word bits = microkit_irqs; bits != 0; bits &= bits - 1) {
    seL4_IRQHandler_Ack(BASE_IRQ_CAP + (seL4_Word)__builtin_ctzll(bits));
  }
  seL4_Word badge;
  seL4_MessageInfo_t info = receive(&badge);
  for (;;) {
    if (badge & call_bit) {
      info = answer(protected((microkit_channel)(badge & channel_mask), info), &badge);
      continue;
    }
    if (badge & fault_bit) {
      seL4_MessageInfo_t reply = seL4_MessageInfo_new(0, 0, 0, 0);
      if (handle_fault(badge, info, &reply)) {
        info = answer(reply, &badge);
        continue;
      }
    } else {
      for (seL4_Word bits = badge; bits != 0; bits &= bits - 1) {
        notified((microkit_channel)__builtin_ctzll(bits));
      }
    }
    info = receive(&badge);
  }
}
