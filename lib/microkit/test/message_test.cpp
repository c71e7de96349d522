// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/fake/kernel.hpp>
#include <sel4/microkit/message.hpp>

#include <doctest/doctest.h>

using namespace sel4;
using namespace sel4::microkit;

TEST_CASE("a message has label and words") {
  CHECK(Message{}.label() == 0);
  CHECK(Message{}.size() == 0);
  const Message message = Message::of(5, 10, 11);
  CHECK(message.label() == 5);
  CHECK(message.size() == 2);
  CHECK(message[0] == 10);
  CHECK(message[1] == 11);
  // Only 52 bits of a label travel.
  CHECK(Message::of(~Word{0}).label() == (Word{1} << 52) - 1);
}

TEST_CASE("longer messages go through the IPC buffer") {
  fake::Kernel kernel;
  for (Word i = 0; i < Message::max_words; ++i) Message::buffer()[i] = 100 + i;
  for (const std::size_t size : {std::size_t{0}, std::size_t{4}, Message::max_words}) {
    const Message message = Message::of_buffer(1, size);
    REQUIRE(message.size() == size);
    for (std::size_t i = 0; i < size; ++i) CHECK(message[i] == 100 + i);
  }
}

TEST_CASE("all words of a received message can be had as one span") {
  fake::Kernel kernel;
  kernel.ipc_buffer().msg[4] = 5;
  const MessageInfo info{{.label = 3, .length = 5}};
  const Message message{sys::Registers{0, info.words()[0], 1, 2, 3, 4}};
  const auto words = message.words();
  REQUIRE(words.size() == 5);
  for (Word i = 0; i < 5; ++i) CHECK(words[i] == i + 1);
}
