// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/test/test.hpp>
#include <sel4/test_support/thread.hpp>

namespace {

using namespace sel4;
using namespace sel4::test;

SEL4_TEST(cancel_badged_sends) {
  const auto endpoint = make<Endpoint>();
  const auto first = minted(endpoint, 1);
  const auto authority = free_slot().copy(first, {.rights = Rights::all});
  SEL4_REQUIRE_OK(authority);
  const auto second = minted(endpoint, 2);
  bool first_goes_on = false;
  auto send_first = [&] {
    first.send_with_words(MessageInfo{{.length = 1}}, {10});
    first_goes_on = true;
  };
  auto send_second = [&] { second.send_with_words(MessageInfo{{.length = 1}}, {20}); };
  TestThread first_thread;
  TestThread second_thread;
  SEL4_REQUIRE_OK(first_thread.start(send_first));
  SEL4_REQUIRE_OK(second_thread.start(send_second));
  // The sender tries again, and finds that its capability has gone.
  SEL4_REQUIRE_OK(slot_of(first).remove());
  SEL4_CHECK(!first_goes_on);
  SEL4_CHECK_OK(slot_of(*authority).cancel_badged_sends());
  first_thread.join();
  SEL4_CHECK(first_goes_on);
  const ReplyAuthority reply = make_reply();
  const ReceivedWords message = endpoint.nb_recv_with_words(reply);
  SEL4_CHECK_EQ(message.badge.value(), 2u);
  SEL4_CHECK_EQ(message.words.mr0, 20u);
  SEL4_CHECK_EQ(endpoint.nb_recv_with_words(reply).badge.value(), 0u);
  second_thread.join();
}

SEL4_TEST(cancel_badged_sends_needs_all_rights) {
  const auto endpoint = make<Endpoint>();
  const auto weak = minted(endpoint, 1, Rights::rw);
  SEL4_CHECK_EQ(slot_of(weak).cancel_badged_sends().error(), Error::illegal_operation);
  SEL4_CHECK_EQ(slot_of(make<Notification>()).cancel_badged_sends().error(),
                Error::illegal_operation);
}

}  // namespace
