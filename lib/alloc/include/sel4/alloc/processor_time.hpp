// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/alloc/boot_allocator.hpp>
#include <sel4/sched_context.hpp>
#include <sel4/tcb.hpp>

namespace sel4 {

/// How much of which core a thread may use.
struct ProcessorTime {
  /// How long it may run in each period. Only MCS kernels limit it.
  Microseconds budget{10'000};
  /// At least the budget; equal to it, the thread may run all the time. MCS kernels only.
  Microseconds period{10'000};
  /// Counted from 0.
  Word core = 0;
};

/// Gives `thread` time to run, on kernels with and without MCS alike. With MCS: makes a scheduling
/// context, configures it for the core, and binds it. Without: budget and period mean nothing
/// there, and the thread is put on the core where the kernel has several. Errors: range: there is
/// no such core; those of BootAllocator::create(), SchedControl::configure() and
/// SchedContext::bind(), or Tcb::set_affinity().
template <class Ipc, class Info>
Result<> give_processor_time(BootAllocator& allocator, const Info& boot_info, BasicTcb<Ipc> thread,
                             const ProcessorTime& time = {}) noexcept {
  if (time.core >= boot_info.num_nodes()) return Failure{Error::range};
  if constexpr (config::kernel_mcs) {
    // Of a type that depends on the template's argument, for other kernels have no such object.
    using Context = BasicSchedContext<Ipc>;
    const auto context = SEL4_TRY(allocator.template create<Context>(Context::min_size_bits));
    SEL4_TRY(boot_info.sched_controls()[time.core].configure(
        context, {.budget = time.budget, .period = time.period}));
    return context.bind(thread);
  } else if constexpr (config::enable_smp_support) {
    return thread.set_affinity(time.core);
  } else {
    return {};
  }
}

}  // namespace sel4
