// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// Compiles the golden headers and checks that they do what they say.

#include <sel4/config.hpp>
#include <sel4/sys/invocations.hpp>
#include <sel4/sys/syscall_number.hpp>

#include <doctest/doctest.h>
#include <type_traits>
#include <variant>

using namespace sel4;
using namespace sel4::sys;

namespace {

template <class Ipc>
concept CanLend = requires(Ipc ipc, CPtr service) { toy_lend(ipc, service); };
template <class Ipc>
concept CanPlay = requires(Ipc ipc, CPtr service) { toy_play(ipc, service); };
template <class Ipc>
concept CanMeasure = requires(Ipc ipc, CPtr service) { toy_box_measure(ipc, service); };

}  // namespace

static_assert(config::kernel_mcs && !config::printing);
static_assert(config::get<"KERNEL_MCS">());
static_assert(config::get<"TIMER_FREQUENCY">() == 62500000);
static_assert(config::get<"LIB_MASK">() == 0xff);
static_assert(config::get<"QUOTED">() == "a \"b\" \\ c");
static_assert(std::is_same_v<decltype(config::get<"SEL4_ARCH">()), std::string_view>);

static_assert(syscall::nb_wait.number == static_cast<Word>(-2) && syscall::nb_wait.enabled);
static_assert(!syscall::debug_put_char.enabled && !syscall::reply.enabled);
static_assert(syscall::set_tls_base.number == static_cast<Word>(-4));
static_assert(syscall::name(syscall::call.number) == "Call" && syscall::name(0).empty());

static_assert(label_name(InvocationLabel::toy_give) == "ToyGive");
static_assert(label_name(static_cast<InvocationLabel>(invocation_label_count)).empty());

static_assert(available::toy_sell && !available::toy_lend);
static_assert(!CanLend<GivenIpc> && CanPlay<NoIpc>);
static_assert(CanMeasure<GivenIpc> && !CanMeasure<NoIpc>);

TEST_CASE("a block keeps its fields apart") {
  constexpr ToyInfo info{{.label = 0xfedcba987654f, .toy_count = 3, .length = 127}};
  static_assert(info.words()[0] == 0xfedcba987654f1ff);
  static_assert(info.label() == 0xfedcba987654f);
  static_assert(info.toy_count() == 3);
  static_assert(ToyInfo{{.toy_count = 32}}.words()[0] == 0);
  ToyInfo changed = info;
  changed.set_length(0).set_toy_count(31);
  CHECK(changed.words()[0] == 0xfedcba987654ff80);
  CHECK(changed != info);
  CHECK(ToyInfo::from_words({info.words()}) == info);
}

TEST_CASE("addresses keep their high bits") {
  const ToyEntry high{{.base = 0xffff'8000'0000'1fff, .is_valid = 1}};
  CHECK(high.base() == 0xffff'8000'0000'1000);
  CHECK(high.is_valid() == 1);
  CHECK(high.is_dirty() == 0);
  CHECK(ToyEntry{{.base = 0x7fff'ffff'f000}}.base() == 0x7fff'ffff'f000);
}

TEST_CASE("a tagged union tells its members apart") {
  constexpr Word message[] = {0x1000, 0x2000};
  const auto fault = ToyFaults::from_message(3, message);
  REQUIRE(fault.has_value());
  CHECK(fault->tag() == ToyFaultsTag::toy_fault);
  CHECK(fault->get_if<ToyFault>()->pointer() == 0x2000);
  CHECK_FALSE(fault->get_if<NoToyFault>().has_value());
  CHECK(std::holds_alternative<ToyFault>(*fault->variant()));
  CHECK_FALSE(ToyFaults::from_message(1, message).has_value());
  CHECK(ToyFault::from_message({}).ip() == 0);
  CHECK(ToyFault::message_words == 2);
  CHECK_FALSE(ToyFaults::from_words({1, 0, 0}).variant().has_value());
  CHECK(ToyFaults(NoToyFault{}).words()[0] == NoToyFault::tag);
}

TEST_CASE("inputs and capabilities go where the kernel looks for them") {
  IpcBuffer buffer{};
  answer = {};
  CHECK(toy_give(GivenIpc{&buffer}, CPtr{7}, true, 9, CPtr{8}, 10, 11, ToyRights{{.may_read = 1}},
                 12));
  CHECK(last_call.service == 7);
  CHECK(last_call.label == InvocationLabel::toy_give);
  CHECK(last_call.extra_caps == 1);
  CHECK(last_call.length == 5);
  CHECK(last_call.words.mr0 == 0x901);
  CHECK(last_call.words.mr1 == 10);
  CHECK(last_call.words.mr3 == 2);
  CHECK(buffer.msg[4] == 12);
  CHECK(buffer.caps_or_badges[0] == 8);
}

TEST_CASE("structures travel in registers first, then in the buffer") {
  IpcBuffer buffer{};
  answer = {};
  CHECK(toy_box_write(GivenIpc{&buffer}, CPtr{7}, false, {1, 2, 3}));
  CHECK(last_call.length == 4);
  CHECK(last_call.words.mr1 == 1);
  CHECK(last_call.words.mr3 == 3);
  answer = {.mr0 = 4, .mr1 = 5, .mr2 = 6};
  const auto box = toy_box_read(GivenIpc{&buffer}, CPtr{7}, 2);
  REQUIRE(box);
  CHECK(box->b == 5);
  CHECK(box->c == 0);
  CHECK(toy_box_read(GivenIpc{&buffer}, CPtr{7}, 99)->c == 6);
}

TEST_CASE("outputs and errors come back") {
  IpcBuffer buffer{};
  buffer.msg[4] = 3;
  answer = {.mr0 = 1, .mr1 = 2, .mr2 = 3, .mr3 = 4};
  const auto measure = toy_box_measure(GivenIpc{&buffer}, CPtr{7});
  REQUIRE(measure);
  CHECK(measure->weight == 4);
  CHECK(measure->full);
  answer = {.mr0 = 0x12345};
  CHECK(*toy_sell(NoIpc{}, CPtr{7}, 1) == 0x2345);
  answer = {.info = 1};
  CHECK(toy_sell(NoIpc{}, CPtr{7}, 1).error() == Error::invalid_argument);
  CHECK(toy_play(NoIpc{}, CPtr{7}).error() == Error::invalid_argument);
}
