// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// Reply objects and the combined calls: MCS kernels only.

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

SEL4_TEST(callers_are_answered_in_any_order) {
  const auto endpoint = make<Endpoint>();
  const Reply replies[]{make<Reply>(), make<Reply>()};
  Client first{endpoint, 10};
  Client second{endpoint, 20};
  TestThread first_thread;
  TestThread second_thread;
  SEL4_REQUIRE_OK(first_thread.start(first));
  SEL4_REQUIRE_OK(second_thread.start(second));
  SEL4_CHECK_EQ(endpoint.recv_with_words(replies[0]).words.mr0, 10u);
  SEL4_CHECK_EQ(endpoint.recv_with_words(replies[1]).words.mr0, 20u);
  replies[1].reply_with_words(MessageInfo{{.length = 1}}, {21});
  SEL4_CHECK_EQ(second.answer, 21u);
  SEL4_CHECK_EQ(first.answer, 0u);
  ipc_buffer().set_word(0, 11);
  replies[0].reply(MessageInfo{{.length = 1}});
  first_thread.join();
  second_thread.join();
  SEL4_CHECK_EQ(first.answer, 11u);
  // Nobody is left in it: nothing happens.
  replies[0].reply_with_words({});
}

SEL4_TEST(wait_receives_without_a_reply_object) {
  const auto endpoint = make<Endpoint>();
  const auto badged = minted(endpoint, 7);
  auto body = [&] {
    for (Word i = 0; i < 4; ++i)
      badged.send_with_words(MessageInfo{{.label = i, .length = 1}}, {i});
  };
  SEL4_CHECK_EQ(endpoint.nb_wait().badge.value(), 0u);
  SEL4_CHECK_EQ(endpoint.nb_wait_with_words().badge.value(), 0u);
  TestThread thread;
  SEL4_REQUIRE_OK(thread.start(body));
  const Received first = endpoint.wait();
  SEL4_CHECK_EQ(first.badge.value(), 7u);
  SEL4_CHECK_EQ(ipc_buffer().word(0), 0u);
  const ReceivedWords second = endpoint.wait_with_words();
  SEL4_CHECK_EQ(second.badge.value(), 7u);
  SEL4_CHECK_EQ(second.words.mr0, 1u);
  const Received third = endpoint.nb_wait();
  SEL4_CHECK_EQ(third.info.label(), 2u);
  SEL4_CHECK_EQ(ipc_buffer().word(0), 2u);
  const ReceivedWords fourth = endpoint.nb_wait_with_words();
  SEL4_CHECK_EQ(fourth.info.label(), 3u);
  SEL4_CHECK_EQ(fourth.words.mr0, 3u);
  thread.join();
}

SEL4_TEST(nb_send_recv_answers_and_receives) {
  const auto endpoint = make<Endpoint>();
  const auto reply = make<Reply>();
  const auto badged = minted(endpoint, 3);
  Word answers[2]{};
  auto client = [&] {
    answers[0] = badged.call_with_words(MessageInfo{{.length = 1}}, {40}).words.mr0;
    ipc_buffer().set_word(0, 50);
    badged.call(MessageInfo{{.length = 1}});
    answers[1] = ipc_buffer().word(0);
  };
  TestThread thread;
  SEL4_REQUIRE_OK(thread.start(client));
  SEL4_CHECK_EQ(endpoint.recv_with_words(reply).words.mr0, 40u);
  const ReceivedWords second =
      endpoint.nb_send_recv_with_words(reply, MessageInfo{{.length = 1}}, {41}, reply);
  SEL4_CHECK_EQ(second.badge.value(), 3u);
  SEL4_CHECK_EQ(second.words.mr0, 50u);
  SEL4_CHECK_EQ(answers[0], 41u);
  // The last answer goes along with a receive that takes a signal: the client's thread is done.
  const auto done = make<Notification>();
  SEL4_REQUIRE_OK(init_thread::tcb.bind_notification(done));
  minted(done, 0x1000).signal();
  ipc_buffer().set_word(0, 51);
  const Received last = endpoint.nb_send_recv(reply, MessageInfo{{.length = 1}}, reply);
  SEL4_CHECK_EQ(last.badge.value(), 0x1000u);
  thread.join();
  SEL4_CHECK_EQ(answers[1], 51u);
  SEL4_CHECK_OK(init_thread::tcb.unbind_notification());
}

SEL4_TEST(nb_send_wait_sends_and_waits) {
  const auto to_thread = make<Endpoint>();
  const auto to_us = make<Endpoint>();
  const auto notification = make<Notification>();
  const auto badged = minted(to_us, 6);
  const auto signalled = minted(notification, 0x2);
  Word got[4]{};
  auto body = [&] {
    for (Word& word : got) {
      word = to_thread.wait_with_words().words.mr0;
      if (&word < &got[2]) {
        badged.send_with_words(MessageInfo{{.length = 1}}, {word + 1});
      } else {
        signalled.signal();
      }
    }
  };
  TestThread thread;
  SEL4_REQUIRE_OK(thread.start(body));
  const ReceivedWords first =
      to_us.nb_send_wait_with_words(to_thread, MessageInfo{{.length = 1}}, {70});
  SEL4_CHECK_EQ(first.words.mr0, 71u);
  SEL4_CHECK_EQ(first.badge.value(), 6u);
  ipc_buffer().set_word(0, 80);
  const Received second = to_us.nb_send_wait(to_thread, MessageInfo{{.length = 1}});
  SEL4_CHECK_EQ(second.badge.value(), 6u);
  SEL4_CHECK_EQ(ipc_buffer().word(0), 81u);
  SEL4_CHECK_EQ(
      notification.nb_send_wait_with_words(to_thread, MessageInfo{{.length = 1}}, {90}).value(),
      2u);
  ipc_buffer().set_word(0, 95);
  SEL4_CHECK_EQ(notification.nb_send_wait(to_thread, MessageInfo{{.length = 1}}).value(), 2u);
  thread.join();
  SEL4_CHECK_EQ(got[0], 70u);
  SEL4_CHECK_EQ(got[1], 80u);
  SEL4_CHECK_EQ(got[2], 90u);
  SEL4_CHECK_EQ(got[3], 95u);
}

SEL4_TEST(a_passive_server_runs_on_its_callers_time) {
  const auto endpoint = make<Endpoint>();
  const auto reply = make<Reply>();
  auto server = [&] {
    ReceivedWords in = endpoint.recv_with_words(reply);
    while (in.info.length() != 0) {
      in = endpoint.reply_recv_with_words(MessageInfo{{.length = 1}}, {in.words.mr0 * 2}, reply);
    }
    reply.reply_with_words({});
  };
  TestThread thread;
  SEL4_REQUIRE_OK(thread.start(server));
  SEL4_REQUIRE_OK(thread.sched_context().unbind());
  SEL4_CHECK_EQ(endpoint.call_with_words(MessageInfo{{.length = 1}}, {21}).words.mr0, 42u);
  SEL4_CHECK_EQ(endpoint.call_with_words(MessageInfo{{.length = 1}}, {4}).words.mr0, 8u);
}

}  // namespace
