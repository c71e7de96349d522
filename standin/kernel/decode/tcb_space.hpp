// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <core/scheduler.hpp>
#include <decode/invocation.hpp>

namespace sel4::kernel {

// Methods of threads that put capabilities into the TCB.
Error configure(const Invocation& call);
Error set_space(const Invocation& call);
Error set_ipc_buffer(const Invocation& call);
Error set_timeout_endpoint(const Invocation& call);

/// Null, or an endpoint to which faults can be sent.
[[nodiscard]] bool can_be_handler(const Cap& cap);
void set_handler(Tcb& tcb, unsigned slot, Slot& handler);

[[nodiscard]] inline bool is_blocked(const Tcb& tcb) {
  return tcb.state != ThreadState::running && tcb.state != ThreadState::inactive;
}
/// Whether the scheduling context is configured and has time left now.
[[nodiscard]] inline bool can_run_on(SchedContext& sc) {
  return sc.refill_max != 0 && has_budget(sc);
}

}  // namespace sel4::kernel
