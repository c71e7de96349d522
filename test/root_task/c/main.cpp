// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// C code with libsel4 and C++ code with ours in one program: one IPC buffer, one heap, one console.

#include "sides.h"

#include <sel4/heap.hpp>
#include <sel4/test_support/thread.hpp>

#include <cstdlib>
#include <cstring>

SEL4_STATIC_HEAP(64 * 1024);

extern "C" c_test_word cpp_sum(c_test_word a, c_test_word b) { return a + b; }

namespace {

using namespace sel4;
using namespace sel4::test;

/// A message word that no invocation uses.
constexpr int mr = 100;

SEL4_TEST(calls_both_ways) {
  SEL4_CHECK_EQ(c_sum_by_cpp(1234, 234), 1468u);
  c_print_sum(1234, 234);
}

SEL4_TEST(one_ipc_buffer) {
  SEL4_CHECK_EQ(c_ipc_buffer(), static_cast<const void*>(boot_info().ipc_buffer()));
  IpcBuffer& buffer = *boot_info().ipc_buffer();
  c_set_mr(mr, 1234);
  SEL4_CHECK_EQ(buffer.msg[mr], 1234u);
  buffer.msg[mr + 1] = 234;
  SEL4_CHECK_EQ(c_get_mr(mr + 1), 234u);
}

SEL4_TEST(each_thread_has_its_own) {
  const void* of_thread = nullptr;
  auto body = [&] {
    c_set_mr(mr, 77);
    of_thread = c_ipc_buffer();
  };
  c_set_mr(mr, 1234);
  TestThread thread;
  SEL4_REQUIRE_OK(thread.start(body));
  thread.join();
  SEL4_CHECK_EQ(of_thread, static_cast<const void*>(&thread.ipc_buffer()));
  SEL4_CHECK_EQ(thread.ipc_buffer().msg[mr], 77u);
  SEL4_CHECK_EQ(c_get_mr(mr), 1234u);
}

SEL4_TEST(a_client_in_c) {
  const Endpoint endpoint = make<Endpoint>();
  const ReplyAuthority reply = make_reply();
  Word label = 0;
  auto serve = [&] {
    const Received request = endpoint.recv(reply);
    label = request.info.label();
    ipc_buffer().set_word(0, ipc_buffer().word(0) + ipc_buffer().word(1));
    reply.reply(MessageInfo{{.length = 1}});
  };
  TestThread server;
  SEL4_REQUIRE_OK(server.start(serve));
  SEL4_CHECK_EQ(c_call(endpoint.cptr().bits(), 1234, 234), 1468u);
  server.join();
  SEL4_CHECK_EQ(label, 7u);
}

SEL4_TEST(a_server_in_c) {
  const Endpoint endpoint = make<Endpoint>();
  const ReplyAuthority reply = make_reply();
  auto serve = [&] { c_serve_once(endpoint.cptr().bits(), reply.reply_register()); };
  TestThread server;
  SEL4_REQUIRE_OK(server.start(serve));
  const AnswerWords answer = endpoint.call_with_words(MessageInfo{{.length = 2}}, {1234, 234});
  SEL4_CHECK_EQ(answer.info.length(), 1u);
  SEL4_CHECK_EQ(answer.words.mr0, 1468u);
  server.join();
}

SEL4_TEST(capabilities_from_either_side) {
  const Notification notification = make<Notification>();
  const Slot slot = free_slot();
  SEL4_REQUIRE_EQ(c_mint(slot.index(), notification.cptr().bits(), 0x234), 0);
  // Minting onto an occupied slot: C sees the error as a number, C++ as a value.
  SEL4_CHECK_EQ(c_mint(slot.index(), notification.cptr().bits(), 1),
                static_cast<int>(Error::delete_first));
  c_signal(slot.index());
  SEL4_CHECK_EQ(notification.wait().value(), 0x234u);
  SEL4_CHECK_OK(slot.remove());
}

SEL4_TEST(one_heap) {
  const auto before = heap_statistics().used;
  char* const text = c_repeat("1234,", 200);
  SEL4_REQUIRE(text != nullptr);
  SEL4_CHECK_EQ(std::strlen(text), 1000u);
  SEL4_CHECK(heap_statistics().used >= before + 1000);
  std::free(text);
  auto* const numbers = static_cast<int*>(std::malloc(100 * sizeof(int)));
  SEL4_REQUIRE(numbers != nullptr);
  for (int i = 0; i < 100; ++i) numbers[i] = 1234 - i;
  SEL4_CHECK_EQ(c_least_and_free(numbers, 100), 1135);
  SEL4_CHECK_EQ(heap_statistics().used, before);
}

}  // namespace

SEL4_TEST_MAIN()
