// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// The part of microkit.h for x86: I/O ports and virtual machines. Included by it.

#pragma once

static inline seL4_Bool microkit_internal_has_ports(microkit_ioport id, const char* function) {
  if (microkit_internal_has(microkit_ioports, id, MICROKIT_MAX_IOPORT_ID)) return 1;
  microkit_internal_invalid(function, "I/O Port ID", id);
  return 0;
}

static inline void microkit_x86_ioport_write_8(microkit_ioport ioport_id, seL4_Word port_addr,
                                               seL4_Word data) {
  if (!microkit_internal_has_ports(ioport_id, "microkit_x86_ioport_write_8")) return;
  microkit_internal_check(
      (seL4_Word)seL4_X86_IOPort_Out8(BASE_IOPORT_CAP + ioport_id, port_addr, data),
      "microkit_x86_ioport_write_8");
}

static inline void microkit_x86_ioport_write_16(microkit_ioport ioport_id, seL4_Word port_addr,
                                                seL4_Word data) {
  if (!microkit_internal_has_ports(ioport_id, "microkit_x86_ioport_write_16")) return;
  microkit_internal_check(
      (seL4_Word)seL4_X86_IOPort_Out16(BASE_IOPORT_CAP + ioport_id, port_addr, data),
      "microkit_x86_ioport_write_16");
}

static inline void microkit_x86_ioport_write_32(microkit_ioport ioport_id, seL4_Word port_addr,
                                                seL4_Word data) {
  if (!microkit_internal_has_ports(ioport_id, "microkit_x86_ioport_write_32")) return;
  microkit_internal_check(
      (seL4_Word)seL4_X86_IOPort_Out32(BASE_IOPORT_CAP + ioport_id, port_addr, data),
      "microkit_x86_ioport_write_32");
}

static inline seL4_Uint8 microkit_x86_ioport_read_8(microkit_ioport ioport_id,
                                                    seL4_Word port_addr) {
  if (!microkit_internal_has_ports(ioport_id, "microkit_x86_ioport_read_8")) return 0;
  const seL4_X86_IOPort_In8_t in = seL4_X86_IOPort_In8(BASE_IOPORT_CAP + ioport_id, port_addr);
  microkit_internal_check((seL4_Word)in.error, "microkit_x86_ioport_read_8");
  return in.result;
}

static inline seL4_Uint16 microkit_x86_ioport_read_16(microkit_ioport ioport_id,
                                                      seL4_Word port_addr) {
  if (!microkit_internal_has_ports(ioport_id, "microkit_x86_ioport_read_16")) return 0;
  const seL4_X86_IOPort_In16_t in = seL4_X86_IOPort_In16(BASE_IOPORT_CAP + ioport_id, port_addr);
  microkit_internal_check((seL4_Word)in.error, "microkit_x86_ioport_read_16");
  return in.result;
}

static inline seL4_Uint32 microkit_x86_ioport_read_32(microkit_ioport ioport_id,
                                                      seL4_Word port_addr) {
  if (!microkit_internal_has_ports(ioport_id, "microkit_x86_ioport_read_32")) return 0;
  const seL4_X86_IOPort_In32_t in = seL4_X86_IOPort_In32(BASE_IOPORT_CAP + ioport_id, port_addr);
  microkit_internal_check((seL4_Word)in.error, "microkit_x86_ioport_read_32");
  return in.result;
}

#ifdef CONFIG_VTX

// The part of the guest's state that goes into the kernel and comes out of it each time it runs.
struct microkit_x86_vcpu_state {
  seL4_Bool is_on;
  seL4_Word rip;
  seL4_Word prim_proc_ctl;
  seL4_Word irq_info;
};
extern struct microkit_x86_vcpu_state microkit_x86_vcpu_state;

// Fields of the VMCS that are kept in that structure (Intel's manual, appendix B).
  #define MICROKIT_VMX_GUEST_RIP 0x0000681E
  #define MICROKIT_VMX_CONTROL_PRIMARY_PROCESSOR_CONTROLS 0x00004002
  #define MICROKIT_VMX_CONTROL_ENTRY_INTERRUPTION_INFO 0x00004016

static inline seL4_Word* microkit_internal_kept_field(seL4_Word field) {
  switch (field) {
    case MICROKIT_VMX_GUEST_RIP:
      return &microkit_x86_vcpu_state.rip;
    case MICROKIT_VMX_CONTROL_PRIMARY_PROCESSOR_CONTROLS:
      return &microkit_x86_vcpu_state.prim_proc_ctl;
    case MICROKIT_VMX_CONTROL_ENTRY_INTERRUPTION_INFO:
      return &microkit_x86_vcpu_state.irq_info;
    default:
      return 0;
  }
}

static inline seL4_Word microkit_vcpu_x86_read_vmcs(microkit_child vcpu, seL4_Word field) {
  seL4_Word* const kept = microkit_internal_kept_field(field);
  if (kept) return *kept;
  const seL4_X86_VCPU_ReadVMCS_t read = seL4_X86_VCPU_ReadVMCS(BASE_VCPU_CAP + vcpu, field);
  microkit_internal_check((seL4_Word)read.error, "microkit_vcpu_x86_read_vmcs");
  return read.value;
}

static inline void microkit_vcpu_x86_write_vmcs(microkit_child vcpu, seL4_Word field,
                                                seL4_Word value) {
  seL4_Word* const kept = microkit_internal_kept_field(field);
  if (kept) {
    *kept = value;
    return;
  }
  microkit_internal_check(
      (seL4_Word)seL4_X86_VCPU_WriteVMCS(BASE_VCPU_CAP + vcpu, field, value).error,
      "microkit_vcpu_x86_write_vmcs");
}

// The kernel has these two for guests of 64 bits only.
  #ifdef CONFIG_X86_64_VTX_64BIT_GUESTS

static inline seL4_Word microkit_vcpu_x86_read_msr(microkit_child vcpu, seL4_Word field) {
  const seL4_X86_VCPU_ReadMSR_t read = seL4_X86_VCPU_ReadMSR(BASE_VCPU_CAP + vcpu, field);
  microkit_internal_check((seL4_Word)read.error, "microkit_vcpu_x86_read_msr");
  return read.value;
}

static inline void microkit_vcpu_x86_write_msr(microkit_child vcpu, seL4_Word field,
                                               seL4_Word value) {
  microkit_internal_check(
      (seL4_Word)seL4_X86_VCPU_WriteMSR(BASE_VCPU_CAP + vcpu, field, value).error,
      "microkit_vcpu_x86_write_msr");
}

  #endif

static inline void microkit_vcpu_x86_enable_ioport(microkit_child vcpu, microkit_ioport ioport_id,
                                                   seL4_Word port_addr, seL4_Word length) {
  if (!microkit_internal_has_ports(ioport_id, "microkit_vcpu_x86_enable_ioport")) return;
  microkit_internal_check(
      (seL4_Word)seL4_X86_VCPU_EnableIOPort(BASE_VCPU_CAP + vcpu, BASE_IOPORT_CAP + ioport_id,
                                            port_addr, port_addr + length - 1),
      "microkit_vcpu_x86_enable_ioport");
}

static inline void microkit_vcpu_x86_disable_ioport(microkit_child vcpu, seL4_Word port_addr,
                                                    seL4_Word length) {
  microkit_internal_check((seL4_Word)seL4_X86_VCPU_DisableIOPort(BASE_VCPU_CAP + vcpu, port_addr,
                                                                 port_addr + length - 1),
                          "microkit_vcpu_x86_disable_ioport");
}

static inline void microkit_vcpu_x86_write_regs(microkit_child vcpu, seL4_VCPUContext* regs) {
  microkit_internal_check((seL4_Word)seL4_X86_VCPU_WriteRegisters(BASE_VCPU_CAP + vcpu, regs),
                          "microkit_vcpu_x86_write_regs");
}

// Lets the domain's own thread run the guest when it has nothing else to do, or no longer.
static inline void microkit_vcpu_x86_on(void) { microkit_x86_vcpu_state.is_on = 1; }
static inline void microkit_vcpu_x86_off(void) { microkit_x86_vcpu_state.is_on = 0; }

#endif
