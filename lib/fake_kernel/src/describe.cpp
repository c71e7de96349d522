// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "describe.hpp"

#include <sel4/fake/message.hpp>

#include <string>

namespace sel4::fake {

namespace {

std::string hex(Word value) {
  std::string digits;
  do {
    digits.insert(digits.begin(), "0123456789abcdef"[value % 16]);
    value /= 16;
  } while (value != 0);
  return "0x" + digits;
}

std::string optional_list(std::string_view name, const std::optional<std::vector<Word>>& words) {
  return words ? std::string{", "} + std::string{name} + " " + list(*words) : std::string{};
}

std::string optional_cap(std::string_view name, const std::optional<CPtr>& cap) {
  return cap ? std::string{name} + " " + std::to_string(cap->bits()) : std::string{};
}

}  // namespace

std::string list(const std::vector<Word>& words) {
  std::string text = "[";
  for (const Word word : words) text += (text.size() > 1 ? ", " : "") + hex(word);
  return text + "]";
}

std::string method(sys::InvocationLabel label) {
  const std::string_view name = sys::label_name(label);
  return name.empty() ? "label " + std::to_string(static_cast<Word>(label)) : std::string{name};
}

std::string describe(const Message& message) {
  const std::string_view name = sys::syscall::name(message.number);
  std::string text = name.empty()
                         ? "system call " + std::to_string(static_cast<long long>(message.number))
                         : std::string{name};
  text += " of CPtr " + std::to_string(message.cap.bits());
  if (message.number == sys::syscall::call.number) {
    text += " with " + method(message.label());
  } else if (message.info.label() != 0) {
    text += " with label " + std::to_string(message.info.label());
  }
  text += ", words " + list(message.words) + ", caps " + list(message.caps);
  if (message.reply != 0) text += ", reply " + std::to_string(message.reply);
  if (message.destination != 0) text += ", to " + std::to_string(message.destination);
  return text;
}

std::string describe(const Invocation& expected) {
  return "Call" + optional_cap(" of CPtr", expected.service) + " with " + method(expected.label) +
         optional_list("words", expected.words) + optional_list("caps", expected.caps);
}

std::string describe(const SystemCall& expected) {
  std::string text{sys::syscall::name(expected.call.number)};
  text += optional_cap(" of CPtr", expected.cap);
  if (expected.label) text += " with label " + std::to_string(*expected.label);
  return text + optional_list("words", expected.words) + optional_list("caps", expected.caps) +
         optional_cap(", reply", expected.reply) + optional_cap(", to", expected.destination);
}

}  // namespace sel4::fake
