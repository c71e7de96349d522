// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// IPC buffers that are named, and one that is exchanged.

#include <sel4/test/test.hpp>
#include <sel4/test_support/thread.hpp>

namespace {

using namespace sel4;
using namespace sel4::test;

SEL4_TEST(messages_go_through_a_named_buffer) {
  const auto endpoint = make<Endpoint>();
  const ReplyAuthority reply = make_reply();
  Received in{};
  TestThread thread;
  auto body = [&] {
    const sys::GivenIpc own{&thread.ipc_buffer()};
    in = endpoint.with(own).recv(reply);
    const auto view = ipc_buffer(thread.ipc_buffer());
    for (Word& word : view.words(in.info)) word += 1;
    reply.with(own).reply(MessageInfo{{.length = in.info.length()}});
  };
  SEL4_REQUIRE_OK(thread.start(body));
  IpcBuffer& buffer = *boot_info().ipc_buffer();
  const auto view = ipc_buffer(buffer);
  for (Word i = 0; i < 6; ++i) view.set_word(i, 100 + i);
  const MessageInfo answer =
      endpoint.with(sys::GivenIpc{&buffer}).call(MessageInfo{{.label = 4, .length = 6}});
  thread.join();
  SEL4_CHECK_EQ(in.info.label(), 4u);
  SEL4_CHECK_EQ(answer.length(), 6u);
  for (Word i = 0; i < 6; ++i) SEL4_CHECK_EQ(view.word(i), 101 + i);
}

SEL4_TEST(invocations_go_through_a_named_buffer) {
  // Six words, so that two of them go through the buffer.
  const sys::GivenIpc given{boot_info().ipc_buffer()};
  const auto notification = make<Notification>();
  const Slot slot = free_slot();
  const auto copied =
      init_thread::cnode.with(given)
          .slot(slot.index())
          .mint(notification.with(given), {.rights = Rights::all, .badge = Badge{0x55}});
  SEL4_REQUIRE_OK(copied);
  copied->signal();
  SEL4_CHECK_EQ(notification.poll().value(), 0x55u);
}

SEL4_TEST(a_thread_gets_another_buffer) {
  static constinit IpcBufferPage other{};
  const auto endpoint = make<Endpoint>();
  const ReplyAuthority reply = make_reply();
  auto body = [&] { endpoint.with(sys::GivenIpc{&other.buffer}).recv(reply); };
  TestThread thread;
  SEL4_REQUIRE_OK(thread.prepare({}));
  const auto frame = image_frame(boot_info().raw(), &other);
  SEL4_REQUIRE_OK(frame);
  const Vaddr place = vaddr_of(&other.buffer);
  SEL4_CHECK_EQ(thread.tcb().set_ipc_buffer(place + 8, Frame{*frame}).error(), Error::alignment);
  SEL4_CHECK_OK(thread.tcb().set_ipc_buffer(place, Frame{*frame}));
  SEL4_REQUIRE_OK(thread.run(body));
  for (Word i = 0; i < 10; ++i) ipc_buffer().set_word(i, 0x900 + i);
  endpoint.send(MessageInfo{{.length = 10}});
  thread.join();
  for (Word i = 0; i < 10; ++i) SEL4_CHECK_EQ(other.buffer.msg[i], 0x900 + i);
}

SEL4_TEST(user_data_are_the_programs_own) {
  ipc_buffer().set_user_data(0xda7a);
  for (Word i = 0; i < BasicIpcBufferView<sys::ThreadIpc>::max_words; ++i) {
    ipc_buffer().set_word(i, ~Word{0});
  }
  const auto endpoint = make<Endpoint>();
  const ReplyAuthority reply = make_reply();
  auto body = [&] { endpoint.call(MessageInfo{{.length = 5}}); };
  TestThread thread;
  SEL4_REQUIRE_OK(thread.start(body));
  endpoint.recv(reply);
  reply.reply(MessageInfo{{.length = 120}});
  thread.join();
  SEL4_CHECK_EQ(ipc_buffer().user_data(), 0xda7au);
}

}  // namespace
