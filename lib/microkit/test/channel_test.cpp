// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "patch.hpp"

#include <sel4/fake/kernel.hpp>
#include <sel4/microkit/channel.hpp>

#include <doctest/doctest.h>
#include <vector>

using namespace sel4;
using namespace sel4::microkit;
namespace call = sel4::sys::syscall;

namespace {
constexpr Channel<3> peer;
constexpr Interrupt<5> timer;
}  // namespace

TEST_CASE("a channel notifies and calls the capabilities of its number") {
  fake::Kernel kernel;
  const test::Patch patch{{.notifications = 1 << 3, .pps = 1 << 3}};
  kernel.expect({.call = call::send, .cap = CPtr{13}, .label = 0});
  peer.notify();
  kernel.expect({.call = call::call, .cap = CPtr{77}, .label = 9, .words = {{1, 2, 3, 4}}},
                {.label = 7, .words = {5, 6, 7, 8, 9}});
  const Message answer = peer.call(Message::of(9, 1, 2, 3, 4));
  CHECK(answer.label() == 7);
  CHECK(answer.size() == 5);
  for (std::size_t i = 0; i < 5; ++i) CHECK(answer[i] == 5 + i);
  kernel.verify();
}

TEST_CASE("a channel knows what the tool has given it") {
  const test::Patch patch{{.irqs = 1 << 5, .notifications = 1 << 3, .pps = 1 << 4}};
  CHECK(peer.can_notify());
  CHECK(!peer.can_call());
  CHECK(!Channel<4>{}.can_notify());
  CHECK(Channel<4>{}.can_call());
  CHECK(timer.is_interrupt());
  CHECK(!Interrupt<3>{}.is_interrupt());
}

TEST_CASE("numbers that are known at run time are checked") {
  CHECK(AnyChannel::checked(0).has_value());
  CHECK(AnyChannel::checked(61)->number() == 61);
  for (const Word number : {Word{62}, Word{63}, Word{255}, ~Word{0}}) {
    CHECK(AnyChannel::checked(number).error() == NumberError::too_large);
  }
  const AnyChannel three = *AnyChannel::checked(3);
  CHECK(three == peer);
  CHECK(three != timer);
}

TEST_CASE("an interrupt is acknowledged at its handler") {
  fake::Kernel kernel;
  const test::Patch patch{{.irqs = 1 << 5}};
  kernel.expect({.label = sys::InvocationLabel::irq_ack_irq, .service = CPtr{143}, .words = {{}}});
  CHECK(timer.acknowledge().has_value());
  kernel.expect({.label = sys::InvocationLabel::irq_ack_irq}, {.error = Error::invalid_capability});
  CHECK(timer.acknowledge().error() == Error::invalid_capability);
  kernel.verify();
}

TEST_CASE("a deferred action waits; a second one lets the first be done") {
  fake::Kernel kernel;
  const test::Patch patch{{.irqs = 1 << 5, .notifications = 1 << 3}};
  peer.defer_notify();
  CHECK(kernel.messages().empty());
  CHECK(microkit::detail::deferred_action.cap == 13);
  kernel.expect({.call = call::send, .cap = CPtr{13}, .label = 0});
  timer.defer_acknowledge();
  kernel.verify();
  CHECK(microkit::detail::deferred_action.cap == 143);
  const auto info = MessageInfo::from_words({microkit::detail::deferred_action.info});
  CHECK(info.label() == static_cast<Word>(sys::InvocationLabel::irq_ack_irq));
  CHECK(info.length() == 0);
}

TEST_CASE("a set is gone through from the lowest number on") {
  const ChannelSet set{(Word{1} << 61) | 0b1010};
  std::vector<unsigned> numbers;
  for (const AnyChannel channel : set) numbers.push_back(channel.number());
  CHECK(numbers == std::vector<unsigned>{1, 3, 61});
  CHECK(set.size() == 3);
  CHECK(set.contains(peer));
  CHECK(!set.contains(timer));
  CHECK(ChannelSet{}.empty());
  // Bits that stand for no channel.
  CHECK(ChannelSet{Word{3} << 62}.empty());
}
