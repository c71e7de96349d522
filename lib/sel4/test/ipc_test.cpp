// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/endpoint.hpp>
#include <sel4/fake/kernel.hpp>
#include <sel4/ipc_buffer.hpp>
#include <sel4/notification.hpp>
#include <sel4/syscalls.hpp>

#include <doctest/doctest.h>
#include <vector>

namespace sel4 {
namespace {

using Words = std::vector<Word>;

constexpr Endpoint endpoint{CPtr{40}};
constexpr Notification notification{CPtr{41}};
const ReplyAuthority reply{CPtr{42}};

TEST_CASE("send by way of the buffer takes all words from there, and capabilities") {
  fake::Kernel kernel;
  kernel.expect({.call = sys::syscall::send,
                 .cap = CPtr{40},
                 .label = 7,
                 .words = Words{1, 2, 3, 4, 5},
                 .caps = Words{99}});
  for (std::size_t i = 0; i < 5; ++i) ipc_buffer().set_word(i, i + 1);
  ipc_buffer().set_cap(0, notification.with(sys::NoIpc{}).with(sys::ThreadIpc{}));
  ipc_buffer().set_cap(0, Endpoint{CPtr{99}});
  endpoint.send(MessageInfo{{.label = 7, .extra_caps = 1, .length = 5}});
}

TEST_CASE("send in registers does not touch the buffer") {
  fake::Kernel kernel;
  kernel.expect({.call = sys::syscall::send, .cap = CPtr{40}, .words = Words{8, 9}});
  kernel.expect({.call = sys::syscall::nb_send, .cap = CPtr{40}, .words = Words{}});
  sys::set_thread_ipc_buffer(nullptr);
  endpoint.send_with_words(MessageInfo{{.length = 2}}, {8, 9});
  endpoint.with(sys::NoIpc{}).nb_send_with_words(MessageInfo{});
  sys::set_thread_ipc_buffer(&kernel.ipc_buffer());
}

TEST_CASE("recv leaves all words in the buffer") {
  fake::Kernel kernel;
  kernel.expect({.call = sys::syscall::recv, .cap = CPtr{40}},
                {.label = 3, .badge = 0x1337, .words = {1, 2, 3, 4, 5}});
  const Received received = endpoint.recv(reply);
  CHECK(received.badge == Badge{0x1337});
  CHECK(received.info.label() == 3);
  const std::span<Word> words = ipc_buffer().words(received.info);
  CHECK(Words{words.begin(), words.end()} == Words{1, 2, 3, 4, 5});
  CHECK(kernel.messages()[0].reply == (config::kernel_mcs ? 42 : 0));
}

TEST_CASE("recv in registers leaves the buffer's first words alone") {
  fake::Kernel kernel;
  kernel.ipc_buffer().msg[0] = 77;
  kernel.expect({.call = sys::syscall::nb_recv, .cap = CPtr{40}}, {.words = {1, 2, 3, 4}});
  const ReceivedWords received = endpoint.nb_recv_with_words(reply);
  CHECK(received.words.mr0 == 1);
  CHECK(received.words.mr3 == 4);
  CHECK(ipc_buffer().word(0) == 77);
  ipc_buffer().store(received.words);
  CHECK(ipc_buffer().word(0) == 1);
}

TEST_CASE("call sends and brings the answer, both ways") {
  fake::Kernel kernel;
  kernel.expect({.call = sys::syscall::call, .cap = CPtr{40}, .words = Words{1, 2}},
                {.label = 5, .words = {10, 20, 30, 40, 50}});
  kernel.expect({.call = sys::syscall::call, .cap = CPtr{40}, .words = Words{3}},
                {.label = 6, .words = {11}});
  ipc_buffer().set_word(0, 1);
  ipc_buffer().set_word(1, 2);
  CHECK(endpoint.call(MessageInfo{{.length = 2}}).label() == 5);
  CHECK(ipc_buffer().word(0) == 10);
  CHECK(ipc_buffer().word(4) == 50);
  const AnswerWords answer = endpoint.call_with_words(MessageInfo{{.length = 1}}, {3});
  CHECK(answer.info.label() == 6);
  CHECK(answer.words.mr0 == 11);
}

TEST_CASE("reply_recv answers and receives; reply only answers") {
  fake::Kernel kernel;
  kernel.expect({.call = sys::syscall::reply_recv, .cap = CPtr{40}, .words = Words{4}},
                {.badge = 2});
  kernel.expect({.call = config::kernel_mcs ? sys::syscall::send : sys::syscall::reply,
                 .label = 9,
                 .words = Words{6}});
  const ReceivedWords next = endpoint.reply_recv_with_words(MessageInfo{{.length = 1}}, {4}, reply);
  CHECK(next.badge == Badge{2});
  reply.reply_with_words(MessageInfo{{.label = 9, .length = 1}}, {6});
}

template <class E, class N>
void check_combined(E from, N at) {
  if constexpr (requires { from.wait(); }) {
    fake::Kernel kernel;
    kernel.expect({.call = sys::syscall::nb_send_recv,
                   .cap = CPtr{40},
                   .words = Words{5},
                   .reply = CPtr{42},
                   .destination = CPtr{41}},
                  {.badge = 8});
    kernel.expect({.call = sys::syscall::nb_send_wait,
                   .cap = CPtr{41},
                   .words = Words{6},
                   .destination = CPtr{42}},
                  {.badge = 9});
    kernel.expect({.call = sys::syscall::wait, .cap = CPtr{40}}, {.badge = 10});
    const auto received = from.nb_send_recv_with_words(notification, MessageInfo{{.length = 1}},
                                                       {5}, ReplyAuthority{CPtr{42}});
    CHECK(received.badge == Badge{8});
    CHECK(at.nb_send_wait_with_words(Reply{CPtr{42}}, MessageInfo{{.length = 1}}, {6}) == Badge{9});
    CHECK(from.wait().badge == Badge{10});
  } else {
    CHECK_FALSE(config::kernel_mcs);
  }
}

TEST_CASE("the combined calls of MCS kernels name both sides") {
  check_combined(endpoint, notification);
}

TEST_CASE("a notification is signalled, waited for and polled") {
  fake::Kernel kernel;
  kernel.expect({.call = sys::syscall::send, .cap = CPtr{41}, .words = Words{}});
  kernel.expect(
      {.call = config::kernel_mcs ? sys::syscall::wait : sys::syscall::recv, .cap = CPtr{41}},
      {.badge = 5});
  kernel.expect({.call = config::kernel_mcs ? sys::syscall::nb_wait : sys::syscall::nb_recv,
                 .cap = CPtr{41}});
  notification.signal();
  CHECK(notification.wait() == Badge{5});
  CHECK(notification.poll() == Badge{});
}

TEST_CASE("yield is a call without anything") {
  fake::Kernel kernel;
  kernel.expect({.call = sys::syscall::yield, .words = Words{}});
  yield();
}

TEST_CASE("the receive slot and the user's word are kept in the buffer") {
  fake::Kernel kernel;
  const Slot slot = CNode{CPtr{2}}.slot(9, Depth{12});
  ipc_buffer().set_receive_slot(slot);
  CHECK(kernel.ipc_buffer().receiveCNode == 2);
  CHECK(kernel.ipc_buffer().receiveIndex == 9);
  CHECK(kernel.ipc_buffer().receiveDepth == 12);
  CHECK(ipc_buffer().receive_slot() == slot);
  ipc_buffer(kernel.ipc_buffer()).set_user_data(7);
  CHECK(ipc_buffer().user_data() == 7);
}

TEST_CASE("a message that claims to be longer than the buffer is not read beyond it") {
  fake::Kernel kernel;
  CHECK(ipc_buffer().words(MessageInfo{{.length = 127}}).size() == 120);
}

}  // namespace
}  // namespace sel4
