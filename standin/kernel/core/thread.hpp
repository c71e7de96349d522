// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <core/cspace.hpp>

namespace sel4::kernel {

/// A thread that has just been made from zeroed memory.
void init_tcb(Tcb& tcb, std::uint8_t domain);
/// Stops it and takes it out of every queue.
void suspend(Tcb& tcb);
/// Lets a stopped thread go on; a system call that it was blocked in is made again.
void restart(Tcb& tcb);
/// Takes it out of what it is blocked in.
void cancel_ipc(Tcb& tcb);
void set_priority(Tcb& tcb, std::uint8_t priority);
void set_domain(Tcb& tcb, std::uint8_t domain);

/// The system call did not take effect: it is made again when the thread runs next.
inline void retry_call(Tcb& tcb) { tcb.context.pc = tcb.context.restart_pc; }

[[nodiscard]] bool has_timeout_handler(const Tcb& tcb);
/// Sends `tcb.fault` to the handler and blocks the thread, or stops it if it has none.
void raise_fault(Tcb& tcb, const Fault& fault);
void raise_timeout(Tcb& tcb);
/// A fault about a capability address, with `lookup_failure`.
void raise_cap_fault(Tcb& tcb, Word address, bool is_receive);

/// Threads in order of their making, for the debug system calls.
void debug_add(Tcb& tcb);
void debug_remove(Tcb& tcb);
void debug_dump();
[[nodiscard]] Tcb* debug_first();
template <class Use>
void debug_for_each(Use use) {
  for (Tcb* tcb = debug_first(); tcb != nullptr; tcb = tcb->debug_next) use(*tcb);
}

}  // namespace sel4::kernel
