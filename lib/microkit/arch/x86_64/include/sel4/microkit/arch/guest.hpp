// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/arch/vm_enter.hpp>
#include <sel4/microkit/slots.hpp>
#include <sel4/sys/registers.hpp>
#include <sel4/sys/syscall_number.hpp>

namespace sel4::microkit::arch {

/// Whether a domain's own thread may turn into a virtual machine: on kernels with VT-x.
inline constexpr bool runs_guests = sys::syscall::vm_enter.enabled;

/// The part of the guest's state that goes into the kernel and comes out of it each time.
struct Guest {
  /// Whether the domain runs it when it has nothing else to do.
  bool is_on;
  Word instruction_pointer;  ///< where the guest goes on
  Word primary_controls;     ///< the VMCS's primary processor-based controls
  Word interruption_info;    ///< the VMCS's entry interruption information
};

/// A domain has one at most.
inline constinit Guest guest{};

[[nodiscard]] inline bool guest_is_on() noexcept { return guest.is_on; }
inline void stop_guest() noexcept { guest.is_on = false; }

/// Runs the guest until it exits, which comes as a fault, or the domain is notified.
[[nodiscard]] inline sys::Registers run_guest() noexcept {
  sys::Registers in =
      sys::arch::trap_send_recv(sys::syscall::vm_enter.number,
                                {0, 0, guest.instruction_pointer, guest.primary_controls,
                                 guest.interruption_info, sys::any_word()},
                                sys::any_word());
  guest.instruction_pointer = in.mr0;
  guest.primary_controls = in.mr1;
  guest.interruption_info = in.mr2;
#ifdef CONFIG_VTX
  if (in.info == SEL4_VMENTER_RESULT_NOTIF) {
    in.info = 0;
  } else {
    in.cap = badge::fault;
    in.info = sys::MessageInfo{{.length = SEL4_VMENTER_NUM_FAULT_MSGS}}.words()[0];
  }
#endif
  return in;
}

}  // namespace sel4::microkit::arch
