// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/address.hpp>
#include <sel4/arch/tcb_methods.hpp>
#include <sel4/sys/invocations.hpp>

#include <cstdint>

namespace sel4 {

// libsel4 declares these two sets of numbers only for kernels with the hardware debugging API; they
// are those of the seL4 manual, "Debug exceptions and faults".

/// What a debug exception is about. The numbers are the kernel's.
enum class BreakpointKind : Word { data = 0, instruction, single_step, software_break_request };

/// Which accesses a data breakpoint is for. The numbers are the kernel's.
enum class BreakpointAccess : Word { read = 0, write, read_write };

/// A hardware breakpoint or watchpoint.
struct Breakpoint {
  /// An instruction's address, or that of data, a multiple of `bytes`.
  Vaddr vaddr;
  /// data or instruction.
  BreakpointKind kind;
  /// How many bytes to watch; 0 for an instruction.
  Word bytes;
  /// `read` for an instruction.
  BreakpointAccess access;
};

/// What TCBs add on kernels with the hardware debugging API: each thread has its own settings of
/// the processor's breakpoint registers, numbered from 0. (seL4 manual, "Debug exceptions and
/// faults".)
template <template <class> class Kind, class Ipc>
class TcbDebugMethods : public arch::TcbMethods<Kind, Ipc> {
 public:
  using arch::TcbMethods<Kind, Ipc>::TcbMethods;

  /// A breakpoint register's contents.
  struct BreakpointState {
    /// What the register watches.
    Breakpoint breakpoint;
    /// Whether it stops the thread.
    bool is_enabled;
  };

  /// Sets breakpoint `number`, overwriting what was there. The thread then stops with a debug
  /// exception. (Manual: TCB - Set Breakpoint.)
  /// Errors: alignment: the address is no multiple of the size; invalid_argument, range: the
  /// processor cannot do this, or a kernel address.
  Result<> set_breakpoint(std::uint16_t number, const Breakpoint& breakpoint) const noexcept
    requires(sys::available::tcb_set_breakpoint)
  {
    return tcb_set_breakpoint(this->ipc(), this->cptr(), number, breakpoint.vaddr.value(),
                              static_cast<Word>(breakpoint.kind), breakpoint.bytes,
                              static_cast<Word>(breakpoint.access));
  }

  /// What breakpoint `number` is set to. (Manual: TCB - Get Breakpoint.)
  /// Errors: range: no such breakpoint.
  Result<BreakpointState> get_breakpoint(std::uint16_t number) const noexcept
    requires(sys::available::tcb_get_breakpoint)
  {
    return tcb_get_breakpoint(this->ipc(), this->cptr(), number).transform([](const auto& got) {
      return BreakpointState{{Vaddr{got.vaddr}, static_cast<BreakpointKind>(got.type), got.size,
                              static_cast<BreakpointAccess>(got.rw)},
                             got.is_enabled};
    });
  }

  /// Disables breakpoint `number`. (Manual: TCB - Unset Breakpoint.)
  /// Errors: illegal_operation, range: no such breakpoint, or it is for single steps.
  Result<> unset_breakpoint(std::uint16_t number) const noexcept
    requires(sys::available::tcb_unset_breakpoint)
  {
    return tcb_unset_breakpoint(this->ipc(), this->cptr(), number);
  }

  /// Stops the thread with a debug exception after each `instructions` instructions; 0 ends this.
  /// Returns whether breakpoint `number` is used for it, as the processor may need.
  /// (Manual: TCB - Configure Single Stepping.)
  /// Errors: invalid_argument: the processor cannot do this with that breakpoint.
  Result<bool> configure_single_stepping(std::uint16_t number, Word instructions) const noexcept
    requires(sys::available::tcb_configure_single_stepping)
  {
    return tcb_configure_single_stepping(this->ipc(), this->cptr(), number, instructions);
  }
};

}  // namespace sel4
