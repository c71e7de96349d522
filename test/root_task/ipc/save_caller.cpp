// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// The answer's authority as a capability: kernels without MCS only.

#include <sel4/test/test.hpp>
#include <sel4/test_support/thread.hpp>

namespace {

using namespace sel4;
using namespace sel4::test;

/// Calls and keeps the answer.
struct Client {
  Endpoint endpoint;
  Word question;
  Word answer = 0;
  void operator()() {
    answer = endpoint.call_with_words(MessageInfo{{.length = 1}}, {question}).words.mr0;
  }
};

SEL4_TEST(a_saved_caller_is_answered_later) {
  const auto endpoint = make<Endpoint>();
  const ReplyAuthority reply = make_reply();
  Client first{endpoint, 10};
  Client second{endpoint, 20};
  TestThread first_thread;
  TestThread second_thread;
  SEL4_REQUIRE_OK(first_thread.start(first));
  SEL4_REQUIRE_OK(second_thread.start(second));
  SEL4_CHECK_EQ(endpoint.recv_with_words(reply).words.mr0, 10u);
  const Slot saved = free_slot();
  SEL4_REQUIRE_OK(saved.save_caller());
  SEL4_CHECK_EQ(endpoint.recv_with_words(reply).words.mr0, 20u);
  SEL4_CHECK_EQ(saved.save_caller().error(), Error::delete_first);
  reply.reply_with_words(MessageInfo{{.length = 1}}, {21});
  SEL4_CHECK_EQ(second.answer, 21u);
  SEL4_CHECK_EQ(first.answer, 0u);
  saved.as<Reply>().reply_with_words(MessageInfo{{.length = 1}}, {11});
  first_thread.join();
  second_thread.join();
  SEL4_CHECK_EQ(first.answer, 11u);
  // It was for one answer: the slot is empty again.
  SEL4_CHECK_EQ(free_slot().move(saved).error(), Error::failed_lookup);
}

SEL4_TEST(the_authority_takes_no_room) {
  const Word slots = allocator().free_slots();
  const ReplyAuthority reply = make_reply();
  SEL4_CHECK_EQ(allocator().free_slots(), slots);
  // Nobody has called: nothing happens.
  reply.reply_with_words({});
  reply.reply({});
}

}  // namespace
