// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/fake/kernel.hpp>
#include <sel4/microkit/channel.hpp>
#include <sel4/rpc/client.hpp>
#include <sel4/rpc/server.hpp>

#include <array>
#include <doctest/doctest.h>

using namespace sel4;
using microkit::Message;
namespace call = sel4::sys::syscall;

namespace {

struct Add {
  static constexpr Word id = 7;
  struct Reply {
    std::uint32_t sum;
  };
  std::uint32_t a;
  std::uint32_t b;
};
struct Fill {
  static constexpr Word id = 9;
  struct Reply {
    bool done;
    std::array<Word, 5> words;
  };
  std::array<Word, 6> words;
};
struct Ping {
  static constexpr Word id = 0;
  struct Reply {};
};
using Api = rpc::Protocol<Add, Fill, Ping>;

Message serve(const Message& message) {
  return rpc::serve<Api>(message, rpc::Overloaded{[](Add add) { return Add::Reply{add.a + add.b}; },
                                                  [](const Fill& fill) {
                                                    Fill::Reply reply{.done = true, .words = {}};
                                                    for (std::size_t i = 0; i < 5; ++i) {
                                                      reply.words[i] =
                                                          fill.words[i] + fill.words[i + 1];
                                                    }
                                                    return reply;
                                                  },
                                                  [](Ping) { return Ping::Reply{}; }});
}

constexpr rpc::Client<Api, microkit::Channel<1>> client;

}  // namespace

TEST_CASE("a request comes with its words, and the answer too") {
  fake::Kernel kernel;
  const Message answer = serve(Message::of(7, 2, 3));
  CHECK(answer.label() == 0);
  CHECK(answer.size() == 1);
  CHECK(answer[0] == 5);
  CHECK(serve(Message::of(0)).size() == 0);
}

TEST_CASE("requests longer than the registers go through the IPC buffer") {
  fake::Kernel kernel;
  for (Word i = 0; i < 6; ++i) Message::buffer()[i] = i;
  const Message answer = serve(Message::of_buffer(9, 6));
  REQUIRE(answer.size() == 6);
  CHECK(answer[0] == 1);
  for (std::size_t i = 0; i < 5; ++i) CHECK(answer[i + 1] == 2 * i + 1);
}

TEST_CASE("what is no request is answered with an error") {
  fake::Kernel kernel;
  const auto error = [](const Message& message) {
    const Message answer = serve(message);
    CHECK(answer.size() == 0);
    return static_cast<rpc::Error>(answer.label());
  };
  CHECK(error(Message::of(8)) == rpc::Error::unknown_request);
  CHECK(error(Message::of((Word{1} << 52) - 1)) == rpc::Error::unknown_request);
  CHECK(error(Message::of(7)) == rpc::Error::malformed_request);
  CHECK(error(Message::of(7, 1)) == rpc::Error::malformed_request);
  CHECK(error(Message::of(7, 1, 2, 3)) == rpc::Error::malformed_request);
  CHECK(error(Message::of(7, 1, Word{1} << 32)) == rpc::Error::malformed_request);
  CHECK(error(Message::of_buffer(7, Message::max_words)) == rpc::Error::malformed_request);
  CHECK(error(Message::of(0, 1)) == rpc::Error::malformed_request);
}

TEST_CASE("a client's call is a protected call, and its answer is checked") {
  fake::Kernel kernel;
  microkit::detail::patched_pps = 2;
  const fake::SystemCall add{.call = call::call, .cap = CPtr{75}, .label = 7, .words = {{4, 5}}};
  kernel.expect(add, {.label = 0, .words = {9}});
  const auto reply = client.call(Add{4, 5});
  REQUIRE(reply.has_value());
  CHECK(reply->sum == 9);
  const auto error_for = [&](const fake::Answer& answer) {
    kernel.expect(add, answer);
    return client.call(Add{4, 5}).error();
  };
  CHECK(error_for({.label = 1}) == rpc::Error::unknown_request);
  CHECK(error_for({.label = 2, .words = {1, 2, 3}}) == rpc::Error::malformed_request);
  CHECK(error_for({.label = 3}) == rpc::Error::unknown_answer);
  CHECK(error_for({.label = 4}) == rpc::Error::unknown_answer);
  CHECK(error_for({.label = 0}) == rpc::Error::malformed_answer);
  CHECK(error_for({.label = 0, .words = {1, 2}}) == rpc::Error::malformed_answer);
  CHECK(error_for({.label = 0, .words = {Word{1} << 32}}) == rpc::Error::malformed_answer);
  kernel.verify();
  microkit::detail::patched_pps = 0;
}
