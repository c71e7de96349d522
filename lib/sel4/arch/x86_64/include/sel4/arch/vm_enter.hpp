// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/arch/vcpu.hpp>
#include <sel4/badge.hpp>
#include <sel4/sys/arch/trap.hpp>
#include <sel4/sys/ipc.hpp>
#include <sel4/sys/syscall_number.hpp>

#include <bit>
#include <cstddef>
#include <variant>

extern "C" {
#include <sel4/arch/vmenter.h>
}

// Running a virtual machine on kernels with VT-x support (seL4 manual, "VMEnter"): the thread that
// a Vcpu is bound to becomes the guest until something happens. libsel4 says where the message's
// words are only for such kernels, so that without VT-x all this vanishes.
#ifdef CONFIG_VTX

namespace sel4 {

/// Where the guest goes on, or stopped, and what the processor is told on the way in.
struct VmState {
  Word instruction_pointer;
  /// The primary processor-based execution controls.
  Word primary_controls;
  /// The interruption information for the entry: an event to inject, or 0.
  Word interruption_info;
};

/// The bound notification was signalled while the guest ran.
struct VmNotification {
  Badge badge;
  VmState state;
};

/// The guest did something that its monitor has to deal with.
struct VmExit {
  VmState state;
  /// The processor's codes (exit reason and so on).
  Word reason;
  Word qualification;
  Word instruction_length;
  GuestPaddr guest_physical;
  Word flags;
  Word guest_interruptibility;
  Word cr3;
  VcpuContext registers;
};

using VmEvent = std::variant<VmExit, VmNotification>;

namespace detail {

/// An answer's word `index`, wherever it travelled.
inline Word vm_word(const sys::Registers& in, const IpcBuffer& buffer, std::size_t index) noexcept {
  switch (index) {
    case 0:
      return in.mr0;
    case 1:
      return in.mr1;
    case 2:
      return in.mr2;
    case 3:
      return in.mr3;
    default:
      return buffer.msg[index];
  }
}

inline VmExit vm_exit(const sys::Registers& in, const IpcBuffer& buffer, VmState state) noexcept {
  const auto word = [&](std::size_t index) { return vm_word(in, buffer, index); };
  VmExit exit{.state = state,
              .reason = word(SEL4_VMENTER_FAULT_REASON_MR),
              .qualification = word(SEL4_VMENTER_FAULT_QUALIFICATION_MR),
              .instruction_length = word(SEL4_VMENTER_FAULT_INSTRUCTION_LEN_MR),
              .guest_physical = GuestPaddr{word(SEL4_VMENTER_FAULT_GUEST_PHYSICAL_MR)},
              .flags = word(SEL4_VMENTER_FAULT_RFLAGS_MR),
              .guest_interruptibility = word(SEL4_VMENTER_FAULT_GUEST_INT_MR),
              .cr3 = word(SEL4_VMENTER_FAULT_CR3_MR),
              .registers = {}};
  // The message has the registers in the order of the structure.
  constexpr std::size_t count = sizeof(VcpuContext) / sizeof(Word);
  static_assert(SEL4_VMENTER_FAULT_EAX + count == SEL4_VMENTER_NUM_FAULT_MSGS);
  Word registers[count];
  for (std::size_t index = 0; index < count; ++index) {
    registers[index] = word(SEL4_VMENTER_FAULT_EAX + index);
  }
  exit.registers = std::bit_cast<VcpuContext>(registers);
  return exit;
}

}  // namespace detail

/// Runs the guest of the calling thread's virtual processor until it exits or the bound
/// notification is signalled. `ipc` is where the calling thread's IPC buffer is: an exit's
/// registers come in it. The thread must have been bound with Vcpu::set_tcb(), else the kernel
/// takes this for a fault of the thread.
template <class Ipc = sys::ThreadIpc>
  requires(sys::syscall::vm_enter.enabled)
[[nodiscard]] VmEvent vm_enter(const VmState& state, Ipc ipc = {}) noexcept {
  static_assert(SEL4_VMENTER_CALL_EIP_MR == 0 && SEL4_VMENTER_CALL_CONTROL_PPC_MR == 1 &&
                SEL4_VMENTER_CALL_INTERRUPT_INFO_MR == 2);
  const sys::Registers in =
      sys::arch::trap_send_recv(sys::syscall::vm_enter.number,
                                {0, 0, state.instruction_pointer, state.primary_controls,
                                 state.interruption_info, sys::any_word()},
                                sys::any_word());
  const VmState stopped{in.mr0, in.mr1, in.mr2};
  if (in.info == SEL4_VMENTER_RESULT_NOTIF) return VmNotification{Badge{in.cap}, stopped};
  return detail::vm_exit(in, ipc.buffer(), stopped);
}

}  // namespace sel4

#endif  // CONFIG_VTX
