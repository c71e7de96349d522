// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/arch/blueprint.hpp>
#include <sel4/arch/io_port.hpp>
#include <sel4/object.hpp>
#include <sel4/sys/invocations.hpp>
#include <sel4/tcb.hpp>

namespace sel4 {

/// The guest's general registers, as far as the VMCS does not hold them.
using VcpuContext = ::seL4_VCPUContext;

/// A virtual processor of a VT-x machine, and its VMCS. Kernels with VT-x support only.
template <class Ipc>
class BasicVcpu : public ObjectOf<BasicVcpu, Ipc>, public KindFacts<arch::kind::vcpu> {
 public:
  using ObjectOf<BasicVcpu, Ipc>::ObjectOf;
  /// The kind's name in messages.
  static constexpr const char* kind_name = "VCPU";

  /// Binds the virtual processor and `tcb` to each other; former bindings of both are undone. The
  /// thread enters the guest with vm_enter(). (Manual: VCPU - Set TCB.)
  /// Errors: illegal_operation, invalid_capability: `tcb` is not a TCB.
  template <class T>
    requires(sys::available::x86_vcpu_set_tcb)
  Result<> set_tcb(BasicTcb<T> tcb) const noexcept {
    return x86_vcpu_set_tcb(this->ipc(), this->cptr(), tcb.cptr());
  }

  /// Reads a field of the virtual machine control structure. (Manual: VCPU - Read VMCS.)
  /// Errors: illegal_operation: the kernel does not let this field be read.
  Result<Word> read_vmcs(Word field) const noexcept
    requires(sys::available::x86_vcpu_read_vmcs)
  {
    return x86_vcpu_read_vmcs(this->ipc(), this->cptr(), field);
  }

  /// Writes a field of the virtual machine control structure and returns what was written: the
  /// kernel changes bits that the hardware or its own safety demands. (Manual: VCPU - Write VMCS.)
  /// Errors: illegal_operation: the kernel does not let this field be written.
  Result<Word> write_vmcs(Word field, Word value) const noexcept
    requires(sys::available::x86_vcpu_write_vmcs)
  {
    return x86_vcpu_write_vmcs(this->ipc(), this->cptr(), field, value);
  }

  /// Lets the guest access a range of I/O ports directly, as long as the capability `authority`
  /// exists. (Manual: VCPU - Enable I/O Port.)
  /// Errors: invalid_argument: the range is not within that of `authority`.
  template <class P>
    requires(sys::available::x86_vcpu_enable_ioport)
  Result<> enable_io_ports(BasicIoPort<P> authority, IoPortRange ports) const noexcept {
    return x86_vcpu_enable_ioport(this->ipc(), this->cptr(), authority.cptr(), ports.first,
                                  ports.last);
  }

  /// Undoes enable_io_ports() for a range.
  Result<> disable_io_ports(IoPortRange ports) const noexcept
    requires(sys::available::x86_vcpu_disable_ioport)
  {
    return x86_vcpu_disable_ioport(this->ipc(), this->cptr(), ports.first, ports.last);
  }

  /// Sets the guest's general registers. (Manual: VCPU - Write Registers.)
  Result<> write_registers(const VcpuContext& registers) const noexcept
    requires(sys::available::x86_vcpu_write_registers)
  {
    return x86_vcpu_write_registers(this->ipc(), this->cptr(), registers);
  }

  /// Reads a model-specific register of the guest. Kernels with 64-bit guests only.
  /// Errors: invalid_argument, illegal_operation: the kernel does not let it be read.
  Result<Word> read_msr(Word msr) const noexcept
    requires(sys::available::x86_vcpu_read_msr)
  {
    return x86_vcpu_read_msr(this->ipc(), this->cptr(), msr);
  }

  /// Writes a model-specific register of the guest and returns what was written. Kernels with
  /// 64-bit guests only. Errors: invalid_argument, illegal_operation: the kernel does not let it be
  /// written.
  Result<Word> write_msr(Word msr, Word value) const noexcept
    requires(sys::available::x86_vcpu_write_msr)
  {
    return x86_vcpu_write_msr(this->ipc(), this->cptr(), msr, value);
  }
};

/// A virtual processor. Only on kernels with VT-x support.
using Vcpu = BasicVcpu<sys::ThreadIpc>;

}  // namespace sel4
