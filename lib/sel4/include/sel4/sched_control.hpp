// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/badge.hpp>
#include <sel4/sched_context.hpp>

namespace sel4 {

/// What SchedControl::configure() gives a scheduling context.
struct SchedParameters {
  /// Time to run in every period; at least the kernel's minimum, at most `period`.
  Microseconds budget;
  /// Equal to the budget: no limit but the others of that priority, in turn.
  Microseconds period;
  /// Refills beyond the two that every scheduling context has; at most
  /// SchedContext::max_extra_refills() of its size.
  Word extra_refills = 0;
  /// What a timeout fault says about it.
  Badge badge{};
  /// Time not used in a period can be used later, instead of being lost when the thread blocks.
  bool sporadic = false;
};

/// The right to say how much time scheduling contexts give on one core. MCS kernels only.
template <class Ipc>
class BasicSchedControl : public ObjectOf<BasicSchedControl, Ipc> {
 public:
  using ObjectOf<BasicSchedControl, Ipc>::ObjectOf;
  /// The kind's name in messages.
  static constexpr const char* kind_name = "SchedControl";

  /// Sets the parameters of `context`, and moves it to this core.
  /// (Manual: Scheduling Control - ConfigureFlags.)
  /// Errors: range: budget, period or number of refills out of range; illegal_operation,
  /// invalid_capability: not a scheduling control or context.
  Result<> configure(BasicSchedContext<sys::ThreadIpc> context,
                     const SchedParameters& p) const noexcept
    requires(sys::available::sched_control_configure_flags)
  {
    return sched_control_configure_flags(this->ipc(), this->cptr(), context.cptr(),
                                         p.budget.count(), p.period.count(), p.extra_refills,
                                         p.badge.value(), p.sporadic ? detail::sporadic_flag : 0);
  }
};

/// The right to configure scheduling contexts, through the calling thread's IPC buffer.
using SchedControl = BasicSchedControl<sys::ThreadIpc>;

}  // namespace sel4
