// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// Messages: lengths, labels, words and badges, by all calls that kernels of both kinds have.

#include <sel4/test/test.hpp>
#include <sel4/test_support/thread.hpp>

#include <array>

namespace {

using namespace sel4;
using namespace sel4::test;

constexpr Word stop_label = 0xffff;

/// A word that tells message and place.
constexpr Word pattern(Word length, Word index) { return (length << 16) + index * 0x101 + 1; }

/// Answers every message with its label plus one, its length and its words, inverted.
struct EchoInRegisters {
  Endpoint endpoint;
  ReplyAuthority reply;
  Word messages = 0;
  Badge last_badge{};

  void operator()() {
    ReceivedWords in = endpoint.recv_with_words(reply);
    while (in.info.label() != stop_label) {
      ++messages;
      last_badge = in.badge;
      const MessageInfo info{{.label = in.info.label() + 1, .length = in.info.length()}};
      const auto& w = in.words;
      in = endpoint.reply_recv_with_words(info, {~w.mr0, ~w.mr1, ~w.mr2, ~w.mr3}, reply);
    }
    reply.reply_with_words({});
  }
};

/// The same by way of the IPC buffer.
struct EchoInBuffer {
  Endpoint endpoint;
  ReplyAuthority reply;
  Word messages = 0;
  Badge last_badge{};

  void operator()() {
    Received in = endpoint.recv(reply);
    while (in.info.label() != stop_label) {
      ++messages;
      last_badge = in.badge;
      for (Word& word : ipc_buffer().words(in.info)) word = ~word;
      const MessageInfo info{{.label = in.info.label() + 1, .length = in.info.length()}};
      in = endpoint.reply_recv(info, reply);
    }
    reply.reply({});
  }
};

SEL4_TEST(call_with_words_in_registers) {
  EchoInRegisters server{make<Endpoint>(), make_reply()};
  const Endpoint client = minted(server.endpoint, 0x1337);
  TestThread thread;
  SEL4_REQUIRE_OK(thread.start(server));
  for (Word length = 0; length <= 4; ++length) {
    const std::array sent{pattern(length, 0), pattern(length, 1), pattern(length, 2),
                          pattern(length, 3)};
    const AnswerWords answer =
        client.call_with_words(MessageInfo{{.label = 0x40 + length, .length = length}},
                               {sent[0], sent[1], sent[2], sent[3]});
    SEL4_CHECK_EQ(answer.info.label(), 0x41 + length);
    SEL4_CHECK_EQ(answer.info.length(), length);
    const std::array got{answer.words.mr0, answer.words.mr1, answer.words.mr2, answer.words.mr3};
    for (Word i = 0; i < length; ++i) SEL4_CHECK_EQ(got[i], ~sent[i]);
  }
  SEL4_CHECK_EQ(server.messages, 5u);
  SEL4_CHECK_EQ(server.last_badge.value(), 0x1337u);
  client.call_with_words(MessageInfo{{.label = stop_label}});
  thread.join();
}

SEL4_TEST(call_with_words_in_the_buffer) {
  EchoInBuffer server{make<Endpoint>(), make_reply()};
  const Endpoint client = minted(server.endpoint, ~Word{0});
  TestThread thread;
  SEL4_REQUIRE_OK(thread.start(server));
  Word calls = 0;
  for (const Word length : {0, 1, 3, 4, 5, 8, 63, 119, 120}) {
    for (Word i = 0; i < length; ++i) ipc_buffer().set_word(i, pattern(length, i));
    const MessageInfo info = client.call(MessageInfo{{.label = 0x80 + length, .length = length}});
    ++calls;
    SEL4_CHECK_EQ(info.label(), 0x81 + length);
    SEL4_CHECK_EQ(info.length(), length);
    Word wrong = 0;
    for (Word i = 0; i < length; ++i) wrong += ipc_buffer().word(i) == ~pattern(length, i) ? 0 : 1;
    SEL4_CHECK_EQ(wrong, 0u);
  }
  SEL4_CHECK_EQ(server.messages, calls);
  SEL4_CHECK_EQ(server.last_badge.value(), ~Word{0});
  client.call(MessageInfo{{.label = stop_label}});
  thread.join();
}

SEL4_TEST(first_words_in_registers_and_the_rest_in_the_buffer) {
  EchoInBuffer server{make<Endpoint>(), make_reply()};
  TestThread thread;
  SEL4_REQUIRE_OK(thread.start(server));
  constexpr Word length = 7;
  for (Word i = 0; i < length; ++i) ipc_buffer().set_word(i, pattern(length, i));
  // What the buffer has for the first four must not be looked at.
  const AnswerWords answer = server.endpoint.call_with_words(
      MessageInfo{{.label = 1, .length = length}}, {10, 20, 30, 40});
  SEL4_CHECK_EQ(answer.words.mr0, ~Word{10});
  SEL4_CHECK_EQ(answer.words.mr1, ~Word{20});
  SEL4_CHECK_EQ(answer.words.mr2, ~Word{30});
  SEL4_CHECK_EQ(answer.words.mr3, ~Word{40});
  SEL4_CHECK_EQ(ipc_buffer().word(0), pattern(length, 0));
  for (Word i = 4; i < length; ++i) SEL4_CHECK_EQ(ipc_buffer().word(i), ~pattern(length, i));
  server.endpoint.call_with_words(MessageInfo{{.label = stop_label}});
  thread.join();
}

SEL4_TEST(labels_have_all_their_bits) {
  EchoInRegisters server{make<Endpoint>(), make_reply()};
  TestThread thread;
  SEL4_REQUIRE_OK(thread.start(server));
  constexpr Word label = 0xf'edcb'a987'6543;
  const AnswerWords answer = server.endpoint.call_with_words(MessageInfo{{.label = label}});
  SEL4_CHECK_EQ(answer.info.label(), label + 1);
  server.endpoint.call_with_words(MessageInfo{{.label = stop_label}});
  thread.join();
}

SEL4_TEST(send_waits_for_a_receiver) {
  const auto endpoint = make<Endpoint>();
  const ReplyAuthority reply = make_reply();
  Received first{};
  ReceivedWords second{};
  std::array<Word, 6> words{};
  auto body = [&] {
    first = endpoint.recv(reply);
    for (std::size_t i = 0; i < words.size(); ++i) words[i] = ipc_buffer().word(i);
    second = endpoint.recv_with_words(reply);
  };
  TestThread thread;
  SEL4_REQUIRE_OK(thread.start(body, {.priority = below_main}));
  const auto badged = minted(endpoint, 3);
  for (Word i = 0; i < words.size(); ++i) ipc_buffer().set_word(i, pattern(6, i));
  badged.send(MessageInfo{{.label = 11, .length = words.size()}});
  minted(endpoint, 4).send_with_words(MessageInfo{{.label = 12, .length = 1}}, {99});
  thread.join();
  SEL4_CHECK_EQ(first.info.label(), 11u);
  SEL4_CHECK_EQ(first.info.length(), words.size());
  SEL4_CHECK_EQ(first.badge.value(), 3u);
  for (Word i = 0; i < words.size(); ++i) SEL4_CHECK_EQ(words[i], pattern(6, i));
  SEL4_CHECK_EQ(second.info.label(), 12u);
  SEL4_CHECK_EQ(second.badge.value(), 4u);
  SEL4_CHECK_EQ(second.words.mr0, 99u);
}

SEL4_TEST(recv_waits_for_a_sender) {
  const auto endpoint = make<Endpoint>();
  const auto badged = minted(endpoint, 5);
  bool sent = false;
  auto body = [&] {
    badged.send_with_words(MessageInfo{{.label = 6, .length = 2}}, {7, 8});
    sent = true;
  };
  TestThread thread;
  SEL4_REQUIRE_OK(thread.start(body, {.priority = below_main}));
  SEL4_CHECK(!sent);
  const ReceivedWords in = endpoint.recv_with_words(make_reply());
  SEL4_CHECK_EQ(in.badge.value(), 5u);
  SEL4_CHECK_EQ(in.info.label(), 6u);
  SEL4_CHECK_EQ(in.words.mr0, 7u);
  SEL4_CHECK_EQ(in.words.mr1, 8u);
  thread.join();
  SEL4_CHECK(sent);
}

SEL4_TEST(nb_send_without_a_receiver_is_lost) {
  const auto endpoint = make<Endpoint>();
  const ReplyAuthority reply = make_reply();
  Word label = 0;
  Word word = 0;
  auto body = [&] {
    label = endpoint.recv_with_words(reply).info.label();
    const Received in = endpoint.recv(reply);
    word = in.info.length() == 1 ? ipc_buffer().word(0) : 0;
  };
  endpoint.nb_send_with_words(MessageInfo{{.label = 1}});
  TestThread thread;
  SEL4_REQUIRE_OK(thread.start(body));
  endpoint.nb_send_with_words(MessageInfo{{.label = 2}});
  ipc_buffer().set_word(0, 0x77);
  endpoint.nb_send(MessageInfo{{.label = 3, .length = 1}});
  thread.join();
  SEL4_CHECK_EQ(label, 2u);
  SEL4_CHECK_EQ(word, 0x77u);
}

SEL4_TEST(nb_recv_takes_what_is_there) {
  const auto endpoint = make<Endpoint>();
  const auto badged = minted(endpoint, 9);
  const ReplyAuthority reply = make_reply();
  SEL4_CHECK_EQ(endpoint.nb_recv(reply).badge.value(), 0u);
  SEL4_CHECK_EQ(endpoint.nb_recv_with_words(reply).badge.value(), 0u);
  auto body = [&] {
    badged.send_with_words(MessageInfo{{.length = 1}}, {21});
    ipc_buffer().set_word(0, 22);
    badged.send(MessageInfo{{.length = 1}});
  };
  TestThread thread;
  SEL4_REQUIRE_OK(thread.start(body));
  SEL4_CHECK_EQ(endpoint.nb_recv(reply).badge.value(), 9u);
  SEL4_CHECK_EQ(ipc_buffer().word(0), 21u);
  const ReceivedWords second = endpoint.nb_recv_with_words(reply);
  SEL4_CHECK_EQ(second.badge.value(), 9u);
  SEL4_CHECK_EQ(second.words.mr0, 22u);
  thread.join();
  SEL4_CHECK_EQ(endpoint.nb_recv(reply).badge.value(), 0u);
}

SEL4_TEST(call_without_the_right_to_write_is_refused) {
  const auto endpoint = make<Endpoint>();
  const auto read_only = free_slot().copy(endpoint, {.rights = Rights::read});
  SEL4_REQUIRE_OK(read_only);
  const AnswerWords answer = read_only->call_with_words({});
  SEL4_CHECK_EQ(answer.info.label(), static_cast<Word>(Error::invalid_capability));
  // Nobody hears of these either.
  read_only->nb_send_with_words({});
  read_only->send_with_words({});
  SEL4_CHECK_EQ(endpoint.nb_recv(make_reply()).badge.value(), 0u);
}

}  // namespace
