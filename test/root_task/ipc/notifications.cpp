// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/test/test.hpp>
#include <sel4/test_support/thread.hpp>

namespace {

using namespace sel4;
using namespace sel4::test;

SEL4_TEST(badges_of_signals_are_joined) {
  const auto notification = make<Notification>();
  SEL4_CHECK_EQ(notification.poll().value(), 0u);
  minted(notification, 0x11).signal();
  minted(notification, 0x12).signal();
  minted(notification, Word{1} << 63).signal();
  SEL4_CHECK_EQ(notification.wait().value(), (Word{1} << 63) | 0x13);
  SEL4_CHECK_EQ(notification.poll().value(), 0u);
  minted(notification, 0x4).signal();
  SEL4_CHECK_EQ(notification.poll().value(), 0x4u);
}

SEL4_TEST(wait_waits_for_a_signal) {
  const auto notification = make<Notification>();
  const auto badged = minted(notification, 0x80, Rights::write);
  bool ran = false;
  auto body = [&] {
    ran = true;
    badged.signal();
  };
  TestThread thread;
  SEL4_REQUIRE_OK(thread.start(body, {.priority = below_main}));
  SEL4_CHECK(!ran);
  SEL4_CHECK_EQ(notification.wait().value(), 0x80u);
  SEL4_CHECK(ran);
  thread.join();
}

SEL4_TEST(a_signal_wakes_one_waiter) {
  const auto notification = make<Notification>();
  const auto badged = minted(notification, 1);
  int woken = 0;
  auto body = [&] {
    notification.wait();
    ++woken;
  };
  TestThread first;
  TestThread second;
  SEL4_REQUIRE_OK(first.start(body));
  SEL4_REQUIRE_OK(second.start(body));
  badged.signal();
  SEL4_CHECK_EQ(woken, 1);
  badged.signal();
  SEL4_CHECK_EQ(woken, 2);
  first.join();
  second.join();
}

SEL4_TEST(a_bound_notification_ends_a_receive) {
  const auto endpoint = make<Endpoint>();
  const auto notification = make<Notification>();
  const ReplyAuthority reply = make_reply();
  Badge first{};
  ReceivedWords second{};
  auto body = [&] {
    first = endpoint.recv(reply).badge;
    second = endpoint.recv_with_words(reply);
  };
  TestThread thread;
  SEL4_REQUIRE_OK(thread.prepare({}));
  SEL4_REQUIRE_OK(thread.tcb().bind_notification(notification));
  SEL4_REQUIRE_OK(thread.run(body));
  minted(notification, 0x600).signal();
  SEL4_CHECK_EQ(first.value(), 0x600u);
  minted(endpoint, 0x700).send_with_words(MessageInfo{{.label = 5}});
  thread.join();
  SEL4_CHECK_EQ(second.badge.value(), 0x700u);
  SEL4_CHECK_EQ(second.info.label(), 5u);
}

SEL4_TEST(binding_is_for_one_thread_and_one_notification) {
  const auto notification = make<Notification>();
  const auto other = make<Notification>();
  const auto thread = make<Tcb>();
  const auto other_thread = make<Tcb>();
  SEL4_CHECK_EQ(thread.unbind_notification().error(), Error::illegal_operation);
  SEL4_CHECK_OK(thread.bind_notification(notification));
  SEL4_CHECK_EQ(thread.bind_notification(other).error(), Error::illegal_operation);
  SEL4_CHECK_EQ(other_thread.bind_notification(notification).error(), Error::illegal_operation);
  SEL4_CHECK_OK(thread.unbind_notification());
  SEL4_CHECK_OK(other_thread.bind_notification(notification));
  SEL4_CHECK_OK(other_thread.unbind_notification());
}

SEL4_TEST(a_signal_before_the_receive_is_kept) {
  const auto endpoint = make<Endpoint>();
  const auto notification = make<Notification>();
  SEL4_REQUIRE_OK(init_thread::tcb.bind_notification(notification));
  minted(notification, 0x30).signal();
  SEL4_CHECK_EQ(endpoint.recv(make_reply()).badge.value(), 0x30u);
  SEL4_CHECK_OK(init_thread::tcb.unbind_notification());
}

}  // namespace
