// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/address.hpp>
#include <sel4/breakpoint.hpp>
#include <sel4/cnode.hpp>
#include <sel4/config.hpp>
#include <sel4/endpoint.hpp>
#include <sel4/frame.hpp>
#include <sel4/guard.hpp>
#include <sel4/notification.hpp>
#include <sel4/priority.hpp>
#include <sel4/sched_context.hpp>
#include <sel4/sys/invocations.hpp>
#include <sel4/user_context.hpp>
#include <sel4/vspace.hpp>

#include <cstdint>

namespace sel4 {

/// What Tcb::configure() sets.
struct TcbConfiguration {
  /// The root of the thread's CSpace.
  CNode cspace_root;
  /// A new guard for the root, or the one that the capability has.
  Guard cspace_guard{};
  /// The thread's address space; it must have an ASID.
  VSpace vspace_root;
  /// Where the thread sees its IPC buffer; aligned to 2^seL4_IPCBufferSizeBits. 0 for none.
  Vaddr ipc_buffer{};
  /// The frame that the IPC buffer is in, or none.
  Frame ipc_buffer_frame{};
};

/// What Tcb::set_space() sets.
struct TcbSpaces {
  /// The root of the thread's CSpace.
  CNode cspace_root;
  /// A new guard for the root, or the one that the capability has.
  Guard cspace_guard{};
  /// The thread's address space; it must have an ASID.
  VSpace vspace_root;
};

/// What Tcb::set_sched_params() sets.
struct TcbPriorities {
  /// The highest priority that can be given with this TCB as the authority.
  Priority max_controlled_priority;
  /// The thread's own.
  Priority priority;
};

/// What Tcb::read_registers() does besides.
struct ReadRegisters {
  /// Suspends the thread first.
  bool suspend_source = false;
};

/// What Tcb::write_registers() does besides.
struct WriteRegisters {
  /// Resumes the thread afterwards.
  bool resume_target = false;
};

/// What Tcb::copy_registers() does besides, and which registers it copies: those that a system call
/// reads or changes (frame), and the others (integer).
struct CopyRegisters {
  /// Suspends the source first.
  bool suspend_source = false;
  /// Resumes the target afterwards.
  bool resume_target = false;
  /// Program counter, stack pointer and others that a system call concerns.
  bool transfer_frame = true;
  /// All others.
  bool transfer_integer = true;
};

/// Features of a thread that Tcb::set_flags() turns on and off.
enum class TcbFlag : Word {
  none = ::seL4_TCBFlag_NoFlag,
  fpu_disabled = ::seL4_TCBFlag_fpuDisabled,
};

/// Where a thread's faults go: on MCS kernels an endpoint of the CSpace of who sets it; on others
/// an address in the CSpace of the thread itself, looked up when it faults. Default: nowhere.
using FaultHandler = std::conditional_t<config::kernel_mcs, Endpoint, CPtr>;

/// A thread control block: a thread.
///
/// Errors of all operations: illegal_operation, invalid_capability: not a TCB, or another
/// capability given is not what it has to be.
template <class Ipc>
class BasicTcb : public TcbDebugMethods<BasicTcb, Ipc> {
 public:
  using TcbDebugMethods<BasicTcb, Ipc>::TcbDebugMethods;
  /// The kind's name in messages.
  static constexpr const char* kind_name = "TCB";
  /// libsel4's number for retype().
  static constexpr Word object_type = ::seL4_TCBObject;
  /// A TCB takes 2^size_bits bytes.
  static constexpr Word size_bits = seL4_TCBBits;

  /// Sets CSpace, VSpace and IPC buffer. On kernels without MCS the thread has no fault handler
  /// afterwards, unless the second form says one. (Manual: TCB - Configure.)
  /// Errors: alignment, illegal_operation: the IPC buffer is not aligned, or its frame is device
  /// memory; illegal_operation: the VSpace has no ASID, or the guard is not valid; revoke_first:
  /// one of the capabilities cannot be copied.
  Result<> configure(const TcbConfiguration& c) const noexcept {
    if constexpr (config::kernel_mcs) {
      return tcb_configure(this->ipc(), this->cptr(), c.cspace_root.cptr(), c.cspace_guard.data(),
                           c.vspace_root.cptr(), vspace_data, c.ipc_buffer.value(),
                           c.ipc_buffer_frame.cptr());
    } else {
      return configure_with_handler(c, CPtr{});
    }
  }
  /// `fault_handler` is an address in the thread's own, new CSpace. Kernels without MCS only.
  Result<> configure(const TcbConfiguration& c, CPtr fault_handler) const noexcept
    requires(!config::kernel_mcs)
  {
    return configure_with_handler(c, fault_handler);
  }

  /// Sets CSpace, VSpace and fault handler. (Manual: TCB - Set Space.) Errors: as configure().
  Result<> set_space(const TcbSpaces& spaces, FaultHandler fault_handler) const noexcept {
    const Word guard = spaces.cspace_guard.data();
    return tcb_set_space(this->ipc(), this->cptr(), handler_argument(fault_handler),
                         spaces.cspace_root.cptr(), guard, spaces.vspace_root.cptr(), vspace_data);
  }

  /// Sets the IPC buffer. (Manual: TCB - Set IPC Buffer.) Errors: alignment, illegal_operation,
  /// revoke_first: as configure().
  Result<> set_ipc_buffer(Vaddr address, Frame frame) const noexcept {
    return tcb_set_ipc_buffer(this->ipc(), this->cptr(), address.value(), frame.cptr());
  }

  /// Sets the priority, at most the maximum controlled priority of `authority`.
  /// (Manual: TCB - Set Priority.) Errors: range: above that.
  Result<> set_priority(BasicTcb<sys::ThreadIpc> authority, Priority priority) const noexcept {
    return tcb_set_priority(this->ipc(), this->cptr(), authority.cptr(), priority.value());
  }

  /// Sets the maximum controlled priority, at most that of `authority`.
  /// (Manual: TCB - Set MC Priority.) Errors: range: above that.
  Result<> set_max_controlled_priority(BasicTcb<sys::ThreadIpc> authority,
                                       Priority maximum) const noexcept {
    return tcb_set_mc_priority(this->ipc(), this->cptr(), authority.cptr(), maximum.value());
  }

  /// Sets both priorities. Kernels without MCS only. (Manual: TCB - Set Sched Params.)
  /// Errors: range: above the maximum controlled priority of `authority`.
  Result<> set_sched_params(BasicTcb<sys::ThreadIpc> authority,
                            TcbPriorities priorities) const noexcept
    requires(!config::kernel_mcs)
  {
    return tcb_set_sched_params(this->ipc(), this->cptr(), authority.cptr(),
                                priorities.max_controlled_priority.value(),
                                priorities.priority.value());
  }
  /// Sets both priorities, binds a scheduling context and sets the fault handler (each may be null:
  /// none). MCS kernels only. (Manual: TCB - Set Sched Params.)
  /// Errors: range: above the maximum controlled priority of `authority`; illegal_operation: the
  /// scheduling context or the thread is bound already.
  Result<> set_sched_params(BasicTcb<sys::ThreadIpc> authority, TcbPriorities priorities,
                            SchedContext sched_context, Endpoint fault_handler) const noexcept
    requires(config::kernel_mcs)
  {
    return tcb_set_sched_params(
        this->ipc(), this->cptr(), authority.cptr(), priorities.max_controlled_priority.value(),
        priorities.priority.value(), sched_context.cptr(), fault_handler.cptr());
  }

  /// Sets who hears when the thread has used up its budget. MCS kernels only.
  /// (Manual: TCB - Set Timeout Endpoint.)
  Result<> set_timeout_endpoint(Endpoint handler) const noexcept
    requires(sys::available::tcb_set_timeout_endpoint)
  {
    return tcb_set_timeout_endpoint(this->ipc(), this->cptr(), handler.cptr());
  }

  /// Sets the core. Multicore kernels without MCS only; with MCS the scheduling context says the
  /// core. (Manual: TCB - Set Affinity.)
  Result<> set_affinity(Word core) const noexcept
    requires(sys::available::tcb_set_affinity)
  {
    return tcb_set_affinity(this->ipc(), this->cptr(), core);
  }

  /// Stops the thread. (Manual: TCB - Suspend.)
  Result<> suspend() const noexcept { return tcb_suspend(this->ipc(), this->cptr()); }

  /// Starts or restarts the thread. (Manual: TCB - Resume.)
  Result<> resume() const noexcept { return tcb_resume(this->ipc(), this->cptr()); }

  /// Lets a signal on `notification` wake the thread from a receive. (Manual: TCB - Bind
  /// Notification.) Errors: illegal_operation: one of the two is bound already.
  Result<> bind_notification(BasicNotification<sys::ThreadIpc> notification) const noexcept {
    return tcb_bind_notification(this->ipc(), this->cptr(), notification.cptr());
  }

  /// (Manual: TCB - Unbind Notification.) Errors: illegal_operation: none is bound.
  Result<> unbind_notification() const noexcept {
    return tcb_unbind_notification(this->ipc(), this->cptr());
  }

  /// Reads the registers. (Manual: TCB - Read Registers.) Errors: illegal_operation: the calling
  /// thread's own TCB.
  Result<UserContext> read_registers(ReadRegisters options = {}) const noexcept {
    auto read = tcb_read_registers(this->ipc(), this->cptr(), options.suspend_source, arch_flags,
                                   UserContext::word_count);
    if (!read) return Failure{read.error()};
    return UserContext{*read};
  }

  /// Writes the registers. (Manual: TCB - Write Registers.) Errors: illegal_operation: the calling
  /// thread's own TCB.
  Result<> write_registers(const UserContext& context, WriteRegisters options = {}) const noexcept {
    return tcb_write_registers(this->ipc(), this->cptr(), options.resume_target, arch_flags,
                               UserContext::word_count, context.registers());
  }

  /// Copies registers from `source`. (Manual: TCB - Copy Registers.)
  Result<> copy_registers(BasicTcb<sys::ThreadIpc> source, CopyRegisters options) const noexcept {
    return tcb_copy_registers(this->ipc(), this->cptr(), source.cptr(), options.suspend_source,
                              options.resume_target, options.transfer_frame,
                              options.transfer_integer, arch_flags);
  }

  /// Sets the thread's TLS base register. (Manual: TCB - Set TLS Base.)
  Result<> set_tls_base(Word address) const noexcept {
    return tcb_set_tls_base(this->ipc(), this->cptr(), address);
  }

  /// Clears and sets flags, and returns those that are set now. (Manual: TCB - Set Flags.)
  Result<Word> set_flags(TcbFlag clear, TcbFlag set) const noexcept {
    return tcb_set_flags(this->ipc(), this->cptr(), static_cast<Word>(clear),
                         static_cast<Word>(set));
  }

 private:
  // No architecture gives these two a meaning.
  static constexpr Word vspace_data = 0;
  static constexpr std::uint8_t arch_flags = 0;

  template <class Handler>
  [[nodiscard]] static constexpr auto handler_argument(Handler handler) noexcept {
    if constexpr (config::kernel_mcs) {
      return handler.cptr();
    } else {
      return handler.bits();
    }
  }

  Result<> configure_with_handler(const TcbConfiguration& c, CPtr handler) const noexcept
    requires(!config::kernel_mcs)
  {
    return tcb_configure(this->ipc(), this->cptr(), handler.bits(), c.cspace_root.cptr(),
                         c.cspace_guard.data(), c.vspace_root.cptr(), vspace_data,
                         c.ipc_buffer.value(), c.ipc_buffer_frame.cptr());
  }
};

/// A thread, for operations through the calling thread's IPC buffer.
using Tcb = BasicTcb<sys::ThreadIpc>;

}  // namespace sel4
