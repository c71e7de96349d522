// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "describe.hpp"

#include <sel4/base/panic.hpp>
#include <sel4/fake/kernel.hpp>

#include <algorithm>
#include <utility>

extern "C" {
__thread ::seL4_IPCBuffer* __sel4_ipc_buffer;
}

namespace sel4::fake {

namespace {

thread_local Kernel* current = nullptr;

using Shape = sys::arch::Trap::Shape;

constexpr std::size_t max_words = ::seL4_MsgMaxLength;

template <class T, class Given>
bool fits(const std::optional<T>& expected, const Given& given) {
  return !expected || *expected == given;
}

bool matches(const Invocation& expected, const Message& message) {
  return message.number == sys::syscall::call.number && expected.label == message.label() &&
         fits(expected.service, message.cap) && fits(expected.words, message.words) &&
         fits(expected.caps, message.caps);
}

bool matches(const SystemCall& expected, const Message& message) {
  return message.number == expected.call.number && fits(expected.cap, message.cap) &&
         fits(expected.label, message.info.label()) && fits(expected.words, message.words) &&
         fits(expected.caps, message.caps) && fits(expected.reply, CPtr{message.reply}) &&
         fits(expected.destination, CPtr{message.destination});
}

}  // namespace

Kernel::Kernel()
    : outer_(std::exchange(current, this)),
      outer_buffer_(std::exchange(__sel4_ipc_buffer, buffer_)) {
  // What the real kernel tells the initial thread.
  buffer_->userData = reinterpret_cast<Word>(buffer_);
}

Kernel::~Kernel() {
  verify();
  current = outer_;
  __sel4_ipc_buffer = outer_buffer_;
}

Kernel& Kernel::expect(Invocation invocation, Answer answer) {
  expected_.push_back({std::move(invocation), std::move(answer)});
  return *this;
}

Kernel& Kernel::expect(SystemCall call, Answer answer) {
  if (!call.call.enabled) fail("a call is expected that this kernel does not have");
  expected_.push_back({std::move(call), std::move(answer)});
  return *this;
}

void Kernel::allow_all() {
  otherwise([](const Message&) { return Answer{}; });
}

void Kernel::verify() {
  if (expected_.empty()) return;
  std::string text = "expected, but did not come:";
  for (const Expectation& one : expected_) {
    text += "\n  " + std::visit([](const auto& what) { return describe(what); }, one.what);
  }
  expected_.clear();
  fail(text);
}

void Kernel::fail(const std::string& text) const {
  if (!on_failure_) panic("fake kernel", text);
  on_failure_(text);
}

Message Kernel::receive(const sys::arch::Trap& trap) const {
  Message message{.number = trap.number,
                  .cap = CPtr{trap.in.cap},
                  .info = sys::MessageInfo::from_words({trap.in.info}),
                  .words = {},
                  .caps = {},
                  .reply = trap.reply,
                  .destination = trap.destination};
  if (sys::syscall::nb_send_wait.enabled && trap.number == sys::syscall::nb_send_wait.number) {
    message.destination = std::exchange(message.reply, 0);
  }
  const bool has_words = trap.shape == Shape::send || trap.shape == Shape::send_recv ||
                         trap.shape == Shape::nb_send_recv;
  if (!has_words) return message;
  const std::size_t length = std::min<std::size_t>(message.info.length(), max_words);
  const Word registers[sys::register_words] = {trap.in.mr0, trap.in.mr1, trap.in.mr2, trap.in.mr3};
  for (std::size_t i = 0; i < length; ++i) {
    message.words.push_back(i < sys::register_words ? registers[i] : buffer_->msg[i]);
  }
  for (std::size_t i = 0; i < message.info.extra_caps(); ++i) {
    message.caps.push_back(buffer_->caps_or_badges[i]);
  }
  return message;
}

Answer Kernel::answer(const Message& message) {
  const Answer refusal{
      .error = Error::illegal_operation, .label = 0, .badge = 0, .words = {}, .caps = {}};
  if (expected_.empty()) {
    if (otherwise_) return otherwise_(message);
    fail("not expected: " + describe(message));
    return refusal;
  }
  const bool as_expected = std::visit(
      [&message](const auto& what) { return matches(what, message); }, expected_.front().what);
  if (!as_expected) {
    const std::string wanted =
        std::visit([](const auto& what) { return describe(what); }, expected_.front().what);
    fail("expected: " + wanted + "\n     came: " + describe(message));
    return refusal;
  }
  Answer result = std::move(expected_.front().answer);
  expected_.pop_front();
  return result;
}

sys::Registers Kernel::send(const Answer& answer, const Message& message) {
  if (answer.words.size() > max_words || answer.caps.size() > seL4_MsgMaxExtraCaps) {
    fail("an answer is longer than a message can be");
    return {};
  }
  for (std::size_t i = sys::register_words; i < answer.words.size(); ++i) {
    buffer_->msg[i] = answer.words[i];
  }
  Word unwrapped = 0;
  for (std::size_t i = 0; i < answer.caps.size(); ++i) {
    buffer_->caps_or_badges[i] = answer.caps[i];
    unwrapped |= Word{1} << i;
  }
  const auto word = [&answer](std::size_t i) {
    return i < answer.words.size() ? answer.words[i] : Word{0};
  };
  const Word label = answer.error == Error::none ? answer.label : static_cast<Word>(answer.error);
  const sys::MessageInfo info{{.label = label,
                               .caps_unwrapped = unwrapped,
                               .extra_caps = answer.caps.size(),
                               .length = answer.words.size()}};
  messages_.push_back(message);
  return {answer.badge, info.words()[0], word(0), word(1), word(2), word(3)};
}

sys::Registers Kernel::handle(const sys::arch::Trap& trap) {
  if (sys::syscall::debug_put_char.enabled && trap.number == sys::syscall::debug_put_char.number) {
    console_ += static_cast<char>(trap.in.cap);
    return {};
  }
  const Message message = receive(trap);
  return send(answer(message), message);
}

}  // namespace sel4::fake

namespace sel4::sys::arch {

Registers host_kernel(const Trap& trap) noexcept {
  if (fake::current == nullptr) {
    panic("a system call on the host without a fake kernel", syscall::name(trap.number));
  }
  return fake::current->handle(trap);
}

}  // namespace sel4::sys::arch
