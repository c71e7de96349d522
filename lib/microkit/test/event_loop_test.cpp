// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "patch.hpp"

#include <sel4/fake/kernel.hpp>
#include <sel4/microkit/event_loop.hpp>

#include <doctest/doctest.h>
#include <vector>

using namespace sel4;
using namespace sel4::microkit;
namespace call = sel4::sys::syscall;

namespace {

constexpr Word ppc_badge = Word{1} << 63;
constexpr Word fault_badge = Word{1} << 62;
constexpr CPtr input{1};
constexpr CPtr reply{4};

struct Recorder {
  std::vector<unsigned> notified_channels;
  std::vector<unsigned> calls;
  std::vector<unsigned> faults;
  bool answer_faults = false;
  bool defers = false;

  void notified(AnyChannel channel) {
    notified_channels.push_back(channel.number());
    if (defers) Channel<2>{}.defer_notify();
  }
  Message protected_call(AnyChannel channel, Message message) {
    calls.push_back(channel.number());
    if (defers) Channel<2>{}.defer_notify();
    return Message::of(1, message[0] + 1);
  }
  FaultAnswer fault(AnyChild child, Message) {
    faults.push_back(child.number());
    return answer_faults ? FaultAnswer::resume() : FaultAnswer::none();
  }
};
static_assert(Handler<Recorder>);

struct Together {
  ChannelSet last;
  void notified(ChannelSet channels) { last = channels; }
};
static_assert(Handler<Together> && NotifiedTogether<Together> && !HandlesProtectedCall<Together>);

struct Misnamed {
  void notified(AnyChannel) {}
  void protected_call(int) {}
};
static_assert(!Handler<Misnamed>);
struct WrongAnswer {
  int protected_call(AnyChannel, Message) { return 0; }
};
static_assert(!Handler<WrongAnswer>);
struct Fails {
  Result<> notified(ChannelSet) { return {}; }
};
static_assert(Handler<Fails>);
static_assert(!Handler<NoHandler>);

// A message as it comes out of a receive.
sys::Registers incoming(Word badge, Word label = 0, std::vector<Word> words = {}) {
  const MessageInfo info{{.label = label, .length = words.size()}};
  words.resize(4);
  return {badge, info.words()[0], words[0], words[1], words[2], words[3]};
}

}  // namespace

TEST_CASE("each set bit of a notification reaches the handler, lowest first") {
  fake::Kernel kernel;
  Recorder handler;
  EventLoop<Recorder> loop{handler};
  kernel.expect({.call = call::recv, .cap = input, .reply = reply}, {.badge = 1});
  const sys::Registers next = loop.step(incoming((Word{1} << 61) | 0b101));
  CHECK(handler.notified_channels == std::vector<unsigned>{0, 2, 61});
  CHECK(next.cap == 1);
  kernel.verify();
}

TEST_CASE("a handler of sets gets all channels at once") {
  fake::Kernel kernel;
  Together handler;
  EventLoop<Together> loop{handler};
  kernel.expect({.call = call::recv});
  static_cast<void>(loop.step(incoming(0b110)));
  CHECK(handler.last == ChannelSet{0b110});
}

TEST_CASE("a protected call is answered along with the next receive") {
  fake::Kernel kernel;
  Recorder handler;
  EventLoop<Recorder> loop{handler};
  kernel.expect(
      {.call = call::reply_recv, .cap = input, .label = 1, .words = {{43}}, .reply = reply});
  static_cast<void>(loop.step(incoming(ppc_badge | 7, 5, {42})));
  CHECK(handler.calls == std::vector<unsigned>{7});
  kernel.verify();
}

TEST_CASE("a fault is answered only if the handler says so") {
  fake::Kernel kernel;
  Recorder handler;
  EventLoop<Recorder> loop{handler};
  kernel.expect({.call = call::recv, .cap = input, .reply = reply});
  static_cast<void>(loop.step(incoming(fault_badge | 3, 5)));
  handler.answer_faults = true;
  kernel.expect({.call = call::reply_recv, .cap = input, .label = 0, .words = {{}}});
  static_cast<void>(loop.step(incoming(fault_badge | 4, 5)));
  CHECK(handler.faults == std::vector<unsigned>{3, 4});
  kernel.verify();
}

TEST_CASE("a deferred action goes out with the next receive, and once") {
  fake::Kernel kernel;
  const test::Patch patch{{.notifications = 1 << 2}};
  Recorder handler;
  handler.defers = true;
  EventLoop<Recorder> loop{handler};
  kernel.expect(
      {.call = call::nb_send_recv, .cap = input, .reply = reply, .destination = CPtr{12}});
  static_cast<void>(loop.step(incoming(1)));
  kernel.verify();
  kernel.expect({.call = call::recv});
  static_cast<void>(EventLoop<Recorder>::receive());
  kernel.verify();
}

TEST_CASE("with an answer on its way, the deferred action goes first") {
  fake::Kernel kernel;
  const test::Patch patch{{.notifications = 1 << 2}};
  Recorder handler;
  handler.defers = true;
  EventLoop<Recorder> loop{handler};
  kernel.expect({.call = call::send, .cap = CPtr{12}});
  kernel.expect({.call = call::reply_recv, .cap = input});
  static_cast<void>(loop.step(incoming(ppc_badge, 0, {1})));
  kernel.verify();
}

TEST_CASE("before the first receive all interrupts are acknowledged") {
  fake::Kernel kernel;
  const test::Patch patch{{.irqs = (Word{1} << 61) | 1}};
  kernel.expect({.label = sys::InvocationLabel::irq_ack_irq, .service = CPtr{138}});
  kernel.expect({.label = sys::InvocationLabel::irq_ack_irq, .service = CPtr{199}});
  EventLoop<NoHandler>::prepare();
  kernel.verify();
}

TEST_CASE("a passive domain tells the monitor with its first receive") {
  fake::Kernel kernel;
  const test::Patch patch{{.notifications = 1 << 2, .passive = true}};
  // What init has put off goes out at once.
  Channel<2>{}.defer_notify();
  kernel.expect({.call = call::send, .cap = CPtr{12}});
  EventLoop<NoHandler>::prepare();
  kernel.expect({.call = call::nb_send_recv,
                 .cap = input,
                 .label = 0,
                 .words = {{}},
                 .reply = reply,
                 .destination = CPtr{5}});
  static_cast<void>(EventLoop<NoHandler>::receive());
  kernel.verify();
}
