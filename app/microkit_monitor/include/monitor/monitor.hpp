// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/microkit/message.hpp>
#include <sel4/sys/types.hpp>

namespace sel4::monitor {

/// Capability addresses of the monitor, as the Microkit tool (2.3) lays them out.
namespace slot {
/// Faults and requests of domains; the badge is the domain's index plus 1.
inline constexpr Word fault_endpoint = 1;
// At 2 there is a reply object, which goes unused.
// Plus a domain's or virtual processor's index:
inline constexpr Word domain_tcb = 10;
inline constexpr Word vm_tcb = 74;
inline constexpr Word sched_context = 138;
inline constexpr Word notification = 202;
}  // namespace slot

/// Names the threads, for the kernel's own messages, and says that the monitor runs.
void start() noexcept;

/// Deals with one message: makes a domain passive, or reports a fault. There is never an answer: a
/// domain that has faulted stays stopped.
void handle(Word badge, const microkit::Message& message) noexcept;

}  // namespace sel4::monitor
