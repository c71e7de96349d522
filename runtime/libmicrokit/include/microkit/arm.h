// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// The part of microkit.h for Arm: virtual machines and calls to secure firmware. Included by it.

#pragma once

#ifdef CONFIG_ARM_HYPERVISOR_SUPPORT

static inline void microkit_vcpu_restart(microkit_child vcpu, seL4_Word entry_point) {
  microkit_internal_restart(BASE_VM_TCB_CAP + vcpu, entry_point, "microkit_vcpu_restart");
}

static inline void microkit_vcpu_stop(microkit_child vcpu) {
  microkit_internal_check(seL4_TCB_Suspend(BASE_VM_TCB_CAP + vcpu), "microkit_vcpu_stop");
}

static inline void microkit_vcpu_arm_inject_irq(microkit_child vcpu, seL4_Uint16 irq,
                                                seL4_Uint8 priority, seL4_Uint8 group,
                                                seL4_Uint8 index) {
  microkit_internal_check(
      seL4_ARM_VCPU_InjectIRQ(BASE_VCPU_CAP + vcpu, irq, priority, group, index),
      "microkit_vcpu_arm_inject_irq");
}

static inline void microkit_vcpu_arm_ack_vppi(microkit_child vcpu, seL4_Word irq) {
  microkit_internal_check(seL4_ARM_VCPU_AckVPPI(BASE_VCPU_CAP + vcpu, irq),
                          "microkit_vcpu_arm_ack_vppi");
}

static inline seL4_Word microkit_vcpu_arm_read_reg(microkit_child vcpu, seL4_Word reg) {
  const seL4_ARM_VCPU_ReadRegs_t read = seL4_ARM_VCPU_ReadRegs(BASE_VCPU_CAP + vcpu, reg);
  microkit_internal_check((seL4_Word)read.error, "microkit_vcpu_arm_read_reg");
  return read.value;
}

static inline void microkit_vcpu_arm_write_reg(microkit_child vcpu, seL4_Word reg,
                                               seL4_Word value) {
  microkit_internal_check(seL4_ARM_VCPU_WriteRegs(BASE_VCPU_CAP + vcpu, reg, value),
                          "microkit_vcpu_arm_write_reg");
}

#endif

#ifdef CONFIG_ALLOW_SMC_CALLS

static inline void microkit_arm_smc_call(seL4_ARM_SMCContext* args, seL4_ARM_SMCContext* response) {
  microkit_internal_check(seL4_ARM_SMC_Call(ARM_SMC_CAP, args, response), "microkit_arm_smc_call");
}

#endif
