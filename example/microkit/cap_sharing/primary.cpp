// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/protection_domain.hpp>
#include <sel4/sched_context.hpp>
#include <sel4/tcb.hpp>

using namespace sel4;
using namespace sel4::microkit;

namespace {

constexpr Channel<0> secondary;
// As in the system description.
constexpr auto secondary_time = user_cap<SchedContext, 1>();
constexpr auto secondary_thread = user_cap<Tcb, 2>();
constexpr auto own_thread = user_cap<Tcb, 4>();

void init() {
  debug_println("notifying the secondary");
  secondary.notify();
  secondary_thread.suspend().or_panic("suspending the secondary");
  debug_println("notifying the secondary, which is suspended");
  secondary.notify();
  debug_println("resuming it");
  secondary_thread.resume().or_panic("resuming the secondary");
  debug_println("it has used time: ",
                secondary_time.consumed().or_panic("asking for its time").count() > 0);
  debug_print("TEST_PASS\n");
  own_thread.suspend().or_panic("suspending itself");
}

}  // namespace

SEL4_PROTECTION_DOMAIN(init)
