// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "timer.hpp"

#include <sel4/test/test.hpp>

namespace {

using namespace sel4;
using namespace sel4::test;

SEL4_TEST(handlers_that_there_cannot_be) {
  const auto occupied = make<Notification>();
  SEL4_CHECK_EQ(Timer::handler(slot_of(occupied)).error(), Error::delete_first);
  SEL4_CHECK_EQ(Timer::handler_out_of_range(free_slot()), Error::range);
  if constexpr (config::arch_x86_64) {
    SEL4_CHECK_EQ(init_thread::irq_control.get(5, free_slot()).error(), Error::illegal_operation);
  }
}

SEL4_TEST(one_handler_for_an_interrupt) {
  const Slot slot = free_slot();
  const auto handler = Timer::handler(slot);
  SEL4_REQUIRE_OK(handler);
  SEL4_CHECK_EQ(Timer::handler(free_slot()).error(), Error::revoke_first);
  // Without one it is free again.
  SEL4_CHECK_OK(slot.remove());
  SEL4_CHECK_OK(Timer::handler(slot));
  SEL4_CHECK_OK(slot.remove());
}

SEL4_TEST(operations_of_a_handler) {
  const Slot slot = free_slot();
  const auto handler = Timer::handler(slot);
  SEL4_REQUIRE_OK(handler);
  const auto notification = make<Notification>();
  SEL4_CHECK_OK(handler->ack());
  SEL4_CHECK_OK(handler->set_notification(notification));
  SEL4_CHECK_OK(handler->set_notification(minted(notification, 2)));
  SEL4_CHECK_EQ(handler->set_notification(minted(notification, 1, Rights::read)).error(),
                Error::invalid_capability);
  SEL4_CHECK_EQ(handler->set_notification(cap_cast<Notification>(make<Tcb>())).error(),
                Error::invalid_capability);
  SEL4_CHECK_OK(handler->clear());
  SEL4_CHECK_OK(handler->clear());
  SEL4_CHECK_OK(slot.remove());
}

SEL4_TEST(an_interrupt_comes_as_a_signal_once_per_acknowledgement) {
  if constexpr (!config::printing) SEL4_SKIP("the console's device memory is in the way");
  Timer timer;
  SEL4_REQUIRE_OK(timer.open());
  const auto handler = Timer::handler(free_slot());
  SEL4_REQUIRE_OK(handler);
  const auto notification = make<Notification>();
  SEL4_REQUIRE_OK(handler->set_notification(minted(notification, 0x4)));
  SEL4_REQUIRE_OK(handler->ack());
  for (int round = 0; round < 2; ++round) {
    SEL4_CHECK_EQ(notification.poll().value(), 0u);
    timer.start();
    SEL4_CHECK_EQ(notification.wait().value(), 0x4u);
    timer.stop();
    SEL4_CHECK_OK(handler->ack());
  }
}

}  // namespace
