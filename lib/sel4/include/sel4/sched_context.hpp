// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/base/duration.hpp>
#include <sel4/config.hpp>
#include <sel4/mcs_object.hpp>
#include <sel4/object.hpp>
#include <sel4/sys/invocations.hpp>

#include <cstdint>

namespace sel4 {

template <class Ipc>
class BasicTcb;
template <class Ipc>
class BasicNotification;

/// How the kernel counts time on MCS kernels: microseconds.
using Microseconds = std::chrono::duration<std::uint64_t, std::micro>;

/// A scheduling context: the right to run for a budget in every period. MCS kernels only. Made with
/// a size of choice, which says how many refills it has room for.
///
/// Errors of all operations: illegal_operation, invalid_capability: not a scheduling context, or
/// the argument is not a thread or notification.
template <class Ipc>
class BasicSchedContext : public ObjectOf<BasicSchedContext, Ipc>,
                          public detail::SchedContextFacts {
 public:
  using ObjectOf<BasicSchedContext, Ipc>::ObjectOf;
  /// The kind's name in messages.
  static constexpr const char* kind_name = "SchedContext";

  /// Lets the thread run on this. (Manual: Scheduling Context - Bind.)
  /// Errors: illegal_operation: one of the two is bound already, or the thread is not schedulable.
  template <class A>
  Result<> bind(BasicTcb<A> thread) const noexcept
    requires(sys::available::sched_context_bind)
  {
    return sched_context_bind(this->ipc(), this->cptr(), thread.cptr());
  }
  /// Lets whoever waits on the notification run on this when it is signalled.
  template <class A>
  Result<> bind(BasicNotification<A> notification) const noexcept
    requires(sys::available::sched_context_bind)
  {
    return sched_context_bind(this->ipc(), this->cptr(), notification.cptr());
  }

  /// Unbinds whatever is bound. (Manual: Scheduling Context - Unbind.)
  /// Errors: illegal_operation: the calling thread runs on it.
  Result<> unbind() const noexcept
    requires(sys::available::sched_context_unbind)
  {
    return sched_context_unbind(this->ipc(), this->cptr());
  }

  /// Unbinds the thread. (Manual: Scheduling Context - Unbind Object.)
  /// Errors: illegal_operation: it is not bound to this, or is the calling thread.
  template <class A>
  Result<> unbind(BasicTcb<A> thread) const noexcept
    requires(sys::available::sched_context_unbind_object)
  {
    return sched_context_unbind_object(this->ipc(), this->cptr(), thread.cptr());
  }
  /// Unbinds the notification. Errors: illegal_operation: it is not bound to this.
  template <class A>
  Result<> unbind(BasicNotification<A> notification) const noexcept
    requires(sys::available::sched_context_unbind_object)
  {
    return sched_context_unbind_object(this->ipc(), this->cptr(), notification.cptr());
  }

  /// How much time has been used since the last call of this or of yield_to(), or the last timeout
  /// fault. (Manual: Scheduling Context - Consumed.)
  Result<Microseconds> consumed() const noexcept
    requires(sys::available::sched_context_consumed)
  {
    return duration(sched_context_consumed(this->ipc(), this->cptr()));
  }

  /// Lets the thread bound to this run before others of its priority, which must not be higher than
  /// the caller's. Returns as consumed(). (Manual: Scheduling Context - YieldTo.)
  /// Errors: illegal_operation: nothing runs on it, or the caller itself does.
  Result<Microseconds> yield_to() const noexcept
    requires(sys::available::sched_context_yield_to)
  {
    return duration(sched_context_yield_to(this->ipc(), this->cptr()));
  }

 private:
  template <class Time>
  [[nodiscard]] static constexpr Result<Microseconds> duration(Result<Time> time) noexcept {
    if (!time) return Failure{time.error()};
    return Microseconds{*time};
  }
};

/// A scheduling context, for operations through the calling thread's IPC buffer.
using SchedContext = BasicSchedContext<sys::ThreadIpc>;

}  // namespace sel4
