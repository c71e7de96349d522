// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// Capabilities that go along with messages.

#include <sel4/test/test.hpp>
#include <sel4/test_support/thread.hpp>

namespace {

using namespace sel4;
using namespace sel4::test;

/// A receiver that says what came.
struct Receiver {
  Endpoint endpoint;
  ReplyAuthority reply;
  Slot slot;
  Received in{};
  Badge badges[BasicIpcBufferView<sys::ThreadIpc>::max_caps]{};

  void operator()() {
    ipc_buffer().set_receive_slot(slot);
    in = endpoint.recv(reply);
    for (std::size_t i = 0; i < std::size(badges); ++i) badges[i] = ipc_buffer().badge(i);
  }
};

Receiver make_receiver(Slot slot) { return {make<Endpoint>(), make_reply(), slot}; }

/// Capabilities for the next message. They are made before: an invocation uses the same fields.
template <class... Caps>
void attach(Caps... caps) {
  std::size_t i = 0;
  (ipc_buffer().set_cap(i++, caps), ...);
}

constexpr MessageInfo with_caps(Word count) {
  return MessageInfo{{.label = 1, .extra_caps = count}};
}

SEL4_TEST(a_capability_arrives) {
  Receiver receiver = make_receiver(free_slot());
  const auto notification = make<Notification>();
  TestThread thread;
  SEL4_REQUIRE_OK(thread.start(receiver));
  attach(minted(notification, 0x20));
  receiver.endpoint.send_with_words(with_caps(1));
  thread.join();
  SEL4_CHECK_EQ(receiver.in.info.extra_caps(), 1u);
  SEL4_CHECK_EQ(receiver.in.info.caps_unwrapped(), 0u);
  receiver.slot.as<Notification>().signal();
  SEL4_CHECK_EQ(notification.poll().value(), 0x20u);
}

SEL4_TEST(none_arrives_without_grant) {
  Receiver receiver = make_receiver(free_slot());
  const auto weak = free_slot().copy(receiver.endpoint, {.rights = Rights::rw});
  SEL4_REQUIRE_OK(weak);
  TestThread thread;
  SEL4_REQUIRE_OK(thread.start(receiver));
  attach(make<Notification>());
  weak->send_with_words(with_caps(1));
  thread.join();
  SEL4_CHECK_EQ(receiver.in.info.label(), 1u);
  SEL4_CHECK_EQ(receiver.in.info.extra_caps(), 0u);
  SEL4_CHECK_EQ(free_slot().copy(receiver.slot, {.rights = Rights::all}).error(),
                Error::failed_lookup);
}

SEL4_TEST(none_arrives_in_an_occupied_slot) {
  const auto occupant = make<Notification>();
  Receiver receiver = make_receiver(slot_of(occupant));
  TestThread thread;
  SEL4_REQUIRE_OK(thread.start(receiver));
  attach(make<Notification>());
  receiver.endpoint.send_with_words(with_caps(1));
  thread.join();
  SEL4_CHECK_EQ(receiver.in.info.extra_caps(), 0u);
  SEL4_CHECK_EQ(occupant.poll().value(), 0u);
}

SEL4_TEST(the_endpoints_own_capabilities_are_unwrapped) {
  Receiver receiver = make_receiver(free_slot());
  const auto notification = make<Notification>();
  TestThread thread;
  SEL4_REQUIRE_OK(thread.start(receiver));
  attach(minted(receiver.endpoint, 0xabc), minted(notification, 2),
         minted(receiver.endpoint, 0xdef));
  receiver.endpoint.send_with_words(with_caps(3));
  thread.join();
  SEL4_CHECK_EQ(receiver.in.info.extra_caps(), 3u);
  SEL4_CHECK_EQ(receiver.in.info.caps_unwrapped(), 0b101u);
  SEL4_CHECK_EQ(receiver.badges[0].value(), 0xabcu);
  SEL4_CHECK_EQ(receiver.badges[2].value(), 0xdefu);
  receiver.slot.as<Notification>().signal();
  SEL4_CHECK_EQ(notification.poll().value(), 2u);
}

SEL4_TEST(one_slot_takes_one_capability) {
  Receiver receiver = make_receiver(free_slot());
  const auto first = make<Notification>();
  const auto second = make<Notification>();
  TestThread thread;
  SEL4_REQUIRE_OK(thread.start(receiver));
  attach(minted(first, 1), minted(second, 1));
  receiver.endpoint.send_with_words(with_caps(2));
  thread.join();
  SEL4_CHECK_EQ(receiver.in.info.extra_caps(), 1u);
  receiver.slot.as<Notification>().signal();
  SEL4_CHECK_EQ(first.poll().value(), 1u);
  SEL4_CHECK_EQ(second.poll().value(), 0u);
}

SEL4_TEST(a_capability_arrives_in_another_cnode) {
  constexpr Word bits = 4;
  const auto cnode = make<CNode>(bits);
  Receiver receiver = make_receiver(cnode.slot(3, Depth{bits}));
  const auto notification = make<Notification>();
  TestThread thread;
  SEL4_REQUIRE_OK(thread.start(receiver));
  attach(minted(notification, 8));
  receiver.endpoint.send_with_words(with_caps(1));
  thread.join();
  SEL4_CHECK_EQ(receiver.in.info.extra_caps(), 1u);
  SEL4_CHECK(ipc_buffer(thread.ipc_buffer()).receive_slot() == cnode.slot(3, Depth{bits}));
  const Slot here = free_slot();
  SEL4_REQUIRE_OK(here.move(cnode.slot(3, Depth{bits})));
  here.as<Notification>().signal();
  SEL4_CHECK_EQ(notification.poll().value(), 8u);
}

SEL4_TEST(a_capability_comes_with_the_answer) {
  const auto endpoint = make<Endpoint>();
  const auto notification = make<Notification>();
  const ReplyAuthority reply = make_reply();
  auto server = [&] {
    endpoint.recv(reply);
    attach(notification);
    reply.reply(with_caps(1));
  };
  TestThread thread;
  SEL4_REQUIRE_OK(thread.start(server));
  const Slot slot = free_slot();
  ipc_buffer().set_receive_slot(slot);
  const AnswerWords answer = endpoint.call_with_words({});
  thread.join();
  SEL4_CHECK_EQ(answer.info.extra_caps(), 1u);
  const auto badged = free_slot().mint(slot, {.rights = Rights::write, .badge = Badge{0x40}});
  SEL4_CHECK_OK(badged);
  slot.as<Notification>().signal();
  SEL4_CHECK_EQ(notification.poll().value(), 0u);
  SEL4_CHECK_OK(slot.remove());
}

}  // namespace
