// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/arch/blueprint.hpp>
#include <sel4/object.hpp>
#include <sel4/sys/invocations.hpp>
#include <sel4/tcb.hpp>

#include <cstdint>

namespace sel4 {

/// The registers of a virtual processor that Vcpu reads and writes; the numbers are the kernel's.
enum class VcpuRegister : Word {
  sctlr = seL4_VCPUReg_SCTLR,
  cpacr = seL4_VCPUReg_CPACR,
  ttbr0 = seL4_VCPUReg_TTBR0,
  ttbr1 = seL4_VCPUReg_TTBR1,
  tcr = seL4_VCPUReg_TCR,
  mair = seL4_VCPUReg_MAIR,
  amair = seL4_VCPUReg_AMAIR,
  cidr = seL4_VCPUReg_CIDR,
  actlr = seL4_VCPUReg_ACTLR,
  afsr0 = seL4_VCPUReg_AFSR0,
  afsr1 = seL4_VCPUReg_AFSR1,
  esr = seL4_VCPUReg_ESR,
  far = seL4_VCPUReg_FAR,
  par = seL4_VCPUReg_PAR,
  vbar = seL4_VCPUReg_VBAR,
  tpidr_el1 = seL4_VCPUReg_TPIDR_EL1,
  vmpidr_el2 = seL4_VCPUReg_VMPIDR_EL2,
  sp_el1 = seL4_VCPUReg_SP_EL1,
  elr_el1 = seL4_VCPUReg_ELR_EL1,
  spsr_el1 = seL4_VCPUReg_SPSR_EL1,
  cntv_ctl = seL4_VCPUReg_CNTV_CTL,
  cntv_cval = seL4_VCPUReg_CNTV_CVAL,
  cntvoff = seL4_VCPUReg_CNTVOFF,
  cntkctl_el1 = seL4_VCPUReg_CNTKCTL_EL1,
};

static_assert(static_cast<Word>(VcpuRegister::cntkctl_el1) + 1 == seL4_VCPUReg_Num,
              "this kernel has VCPU registers that VcpuRegister does not name");

/// An interrupt for a virtual processor.
struct VirtualIrq {
  /// Its number as the guest sees it.
  std::uint16_t irq;
  /// As the list register takes it; lower is more urgent.
  std::uint8_t priority;
  /// The interrupt group, 0 or 1.
  std::uint8_t group;
  /// Which of the interrupt controller's list registers to use; it is free again when the guest has
  /// acknowledged the interrupt.
  std::uint8_t list_register;
};

/// A virtual processor: the state of a virtual machine that runs in the thread it is bound to.
/// Kernels with hypervisor support only.
template <class Ipc>
class BasicVcpu : public ObjectOf<BasicVcpu, Ipc>, public KindFacts<arch::kind::vcpu> {
 public:
  using ObjectOf<BasicVcpu, Ipc>::ObjectOf;
  /// The kind's name in messages.
  static constexpr const char* kind_name = "VCPU";

  /// Makes `tcb` run as a virtual machine, on this virtual processor. Each has at most one of the
  /// other; former bindings of both are undone. (Manual: VCPU - Set TCB.)
  /// Errors: illegal_operation, invalid_capability: `tcb` is not a TCB.
  template <class T>
    requires(sys::available::arm_vcpu_set_tcb)
  Result<> set_tcb(BasicTcb<T> tcb) const noexcept {
    return arm_vcpu_set_tcb(this->ipc(), this->cptr(), tcb.cptr());
  }

  /// Makes an interrupt pending for the guest. (Manual: VCPU - Inject IRQ.)
  /// Errors: delete_first: the list register is in use; range: a number is out of range.
  Result<> inject_irq(VirtualIrq irq) const noexcept
    requires(sys::available::arm_vcpu_inject_irq)
  {
    return arm_vcpu_inject_irq(this->ipc(), this->cptr(), irq.irq, irq.priority, irq.group,
                               irq.list_register);
  }

  /// (Manual: VCPU - Read Registers.)
  /// Errors: invalid_argument: the kernel does not let this register be read.
  Result<Word> read_register(VcpuRegister which) const noexcept
    requires(sys::available::arm_vcpu_read_regs)
  {
    return arm_vcpu_read_regs(this->ipc(), this->cptr(), static_cast<Word>(which));
  }

  /// (Manual: VCPU - Write Registers.)
  /// Errors: invalid_argument: the kernel does not let this register be written.
  Result<> write_register(VcpuRegister which, Word value) const noexcept
    requires(sys::available::arm_vcpu_write_regs)
  {
    return arm_vcpu_write_regs(this->ipc(), this->cptr(), static_cast<Word>(which), value);
  }

  /// Says that the guest has dealt with a private interrupt of its processor that came as a VPPI
  /// event, so that it can come again. (Manual: VCPU - Acknowledge Virtual PPI IRQ.)
  /// Errors: invalid_argument, range: not such an interrupt.
  Result<> ack_vppi(Word irq) const noexcept
    requires(sys::available::arm_vcpu_ack_vppi)
  {
    return arm_vcpu_ack_vppi(this->ipc(), this->cptr(), irq);
  }
};

/// A virtual processor. Only on kernels with hypervisor support.
using Vcpu = BasicVcpu<sys::ThreadIpc>;

}  // namespace sel4
