// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/fake/kernel.hpp>
#include <sel4/fault.hpp>
#include <sel4/fault_reply.hpp>
#include <sel4/ipc_buffer.hpp>

#include <doctest/doctest.h>
#include <optional>
#include <variant>
#include <vector>

namespace sel4 {
namespace {

using Words = std::vector<Word>;

MessageInfo info_of(Word label, std::size_t length) {
  return MessageInfo{{.label = label, .length = length}};
}

template <class F>
F decode_as(Word label, const Words& words) {
  const std::optional<Fault> fault = decode_fault(info_of(label, words.size()), words);
  REQUIRE(fault.has_value());
  REQUIRE(std::holds_alternative<F>(*fault));
  return std::get<F>(*fault);
}

TEST_CASE("a VM fault") {
  const auto fault = decode_as<VmFault>(VmFault::tag, {0x1000, 0xdead, 0, 0x92000005});
  CHECK(fault.ip() == 0x1000);
  CHECK(fault.addr() == 0xdead);
  CHECK(fault.fsr() == 0x92000005);
}

TEST_CASE("capability faults with each kind of lookup failure") {
  const auto failure = [](Words words) {
    return decode_lookup_failure(decode_as<CapFault>(CapFault::tag, words));
  };
  CHECK(
      std::holds_alternative<lookup_failure::InvalidRoot>(*failure({1, 2, 0, ::seL4_InvalidRoot})));
  CHECK(
      std::get<lookup_failure::MissingCapability>(*failure({1, 2, 0, ::seL4_MissingCapability, 12}))
          .bits_left == 12);
  const auto depth =
      std::get<lookup_failure::DepthMismatch>(*failure({1, 2, 0, ::seL4_DepthMismatch, 12, 8}));
  CHECK(depth.bits_left == 12);
  CHECK(depth.bits_found == 8);
  const auto guard = std::get<lookup_failure::GuardMismatch>(
      *failure({1, 2, 1, ::seL4_GuardMismatch, 12, 0xab, 4}));
  CHECK(guard.bits_left == 12);
  CHECK(guard.guard_found == 0xab);
  CHECK(guard.bits_found == 4);
  CHECK_FALSE(failure({1, 2, 0, ::seL4_NoFailure}).has_value());
  CHECK_FALSE(failure({1, 2, 0, 99}).has_value());
}

TEST_CASE("labels that are no fault's, and messages too short, are no trouble") {
  CHECK_FALSE(decode_fault(info_of(4711, 4), Words{1, 2, 3, 4}).has_value());
  CHECK(std::holds_alternative<NullFault>(*decode_fault(info_of(0, 0), Words{})));
  const auto fault = std::get<VmFault>(*decode_fault(info_of(VmFault::tag, 4), Words{1}));
  CHECK(fault.ip() == 1);
  CHECK(fault.addr() == 0);
}

TEST_CASE("words come from registers and from the buffer") {
  fake::Kernel kernel;
  for (std::size_t i = 0; i < 14; ++i) kernel.ipc_buffer().msg[i] = 100 + i;
  const MessageInfo info = info_of(UnknownSyscall::tag, UnknownSyscall::message_words);
  const auto in_registers = decode_fault(ReceivedWords{info, Badge{}, {1, 2, 3, 4}});
  const auto in_buffer = decode_fault(Received{info, Badge{}});
  REQUIRE(in_registers.has_value());
  REQUIRE(in_buffer.has_value());
  const Word last = UnknownSyscall::message_words - 1;
  CHECK(std::get<UnknownSyscall>(*in_registers).syscall() == 100 + last);
  CHECK(std::get<UnknownSyscall>(*in_buffer).syscall() == 100 + last);
  CHECK(detail::message_word(std::get<UnknownSyscall>(*in_registers), 0) == 1);
  CHECK(detail::message_word(std::get<UnknownSyscall>(*in_buffer), 3) == 103);
}

TEST_CASE("the answer with registers puts them in the order they came in") {
  fake::Kernel kernel;
  const Words words{0x1000, 0x2000, 3, 4, 5};
  UserException fault = decode_as<UserException>(
      UserException::tag, Words(words.begin(), words.begin() + UserException::message_words));
  fault.set_fault_ip(fault.fault_ip() + 4);
  const MessageInfo answer = resume_reply(fault);
  CHECK(answer.label() == 0);
  CHECK(answer.length() == UserException::message_words);
  CHECK(kernel.ipc_buffer().msg[0] == 0x1004);
  CHECK(kernel.ipc_buffer().msg[1] == 0x2000);
  CHECK(kernel.ipc_buffer().msg[2] == 3);
  CHECK(resume_reply() == MessageInfo{});
  CHECK(stop_reply().label() != 0);
}

}  // namespace
}  // namespace sel4
