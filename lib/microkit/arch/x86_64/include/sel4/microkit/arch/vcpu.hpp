// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/arch/vcpu.hpp>
#include <sel4/arch/vm_enter.hpp>
#include <sel4/microkit/arch/guest.hpp>
#include <sel4/microkit/arch/io_port.hpp>
#include <sel4/microkit/child.hpp>
#include <sel4/microkit/message.hpp>

namespace sel4::microkit {

/// The domain's virtual processor (the `id` of its `vcpu`). The domain's own thread runs it
/// whenever it has nothing else to do, once on() has been called; its exits come to fault(), and
/// FaultAnswer::none() turns it off. Kernels with VT-x.
template <unsigned Id>
class Vcpu {
  static_assert(arch::runs_guests, "virtual processors need a kernel with KernelVTX");
  static_assert(Id < max_children, "a virtual processor has a number from 0 to 61");

  // What VMEnter takes and returns is kept here instead of in the structure (Intel's manual,
  // appendix B).
  static constexpr Word vmcs_guest_rip = 0x681e;
  static constexpr Word vmcs_primary_controls = 0x4002;
  static constexpr Word vmcs_interruption_info = 0x4016;

 public:
  /// The number.
  [[nodiscard]] static constexpr unsigned number() noexcept { return Id; }

  /// The kernel's object, for what is not here.
  [[nodiscard]] static BasicVcpu<DomainIpc> object() noexcept {
    return BasicVcpu<DomainIpc>{CPtr{slot::vcpu + Id}};
  }

  /// Lets the guest run from the next receive on.
  static void on() noexcept { arch::guest.is_on = true; }
  /// Keeps the guest from running.
  static void off() noexcept { arch::guest.is_on = false; }

  /// Reads a field of the virtual machine control structure. Errors: as BasicVcpu::read_vmcs().
  static Result<Word> read_vmcs(Word field) noexcept {
    if (const Word* const kept = kept_field(field)) return *kept;
    return object().read_vmcs(field);
  }

  /// Writes a field and returns what it holds then. Errors: as BasicVcpu::write_vmcs().
  static Result<Word> write_vmcs(Word field, Word value) noexcept {
    if (Word* const kept = kept_field(field)) return *kept = value;
    return object().write_vmcs(field, value);
  }

  // The kernel has the next two for guests of 64 bits only. Templates, because what a class with
  // parameters says without them is checked on every kernel.

  /// Reads a model-specific register of the guest. Kernels with 64-bit guests.
  template <class Ipc = DomainIpc>
    requires(sys::available::x86_vcpu_read_msr)
  static Result<Word> read_msr(Word msr) noexcept {
    return BasicVcpu<Ipc>{object().cptr()}.read_msr(msr);
  }
  /// Writes one and returns what it holds then. Kernels with 64-bit guests.
  template <class Ipc = DomainIpc>
    requires(sys::available::x86_vcpu_write_msr)
  static Result<Word> write_msr(Word msr, Word value) noexcept {
    return BasicVcpu<Ipc>{object().cptr()}.write_msr(msr, value);
  }
  /// Sets the guest's general registers.
  static Result<> write_registers(const VcpuContext& registers) noexcept {
    return object().write_registers(registers);
  }
  /// Lets the guest use ports of the domain's I/O ports number `Ports` itself.
  template <unsigned Ports>
  static Result<> enable_io_ports(IoPortRange range) noexcept {
    return object().enable_io_ports(io_ports<Ports>(), range);
  }
  /// Undoes enable_io_ports().
  static Result<> disable_io_ports(IoPortRange range) noexcept {
    return object().disable_io_ports(range);
  }

 private:
  [[nodiscard]] static Word* kept_field(Word field) noexcept {
    switch (field) {
      case vmcs_guest_rip:
        return &arch::guest.instruction_pointer;
      case vmcs_primary_controls:
        return &arch::guest.primary_controls;
      case vmcs_interruption_info:
        return &arch::guest.interruption_info;
      default:
        return nullptr;
    }
  }
};

#ifdef CONFIG_VTX
/// What made the guest exit: of the message that fault() gets for it.
[[nodiscard]] inline VmExit guest_exit(const Message& message) noexcept {
  const ShortMessage& words = message.short_words();
  const sys::Registers in{0, 0, words.mr0, words.mr1, words.mr2, words.mr3};
  return sel4::detail::vm_exit(in, DomainIpc::buffer(), {words.mr0, words.mr1, words.mr2});
}
#endif

}  // namespace sel4::microkit
