// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/sys/bitfields.hpp>
#include <sel4/sys/error.hpp>
#include <sel4/sys/invocation_label.hpp>
#include <sel4/sys/syscall_number.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sel4::fake {

/// A system call as the fake kernel got it.
struct Message {
  /// Its number; sys::syscall::name() gives the name.
  Word number = 0;
  /// The capability register: what is invoked, sent to or received from.
  CPtr cap;
  /// As the caller sent it: label, length, number of capabilities.
  sys::MessageInfo info;
  /// The message words: the first from registers, the others from the IPC buffer.
  std::vector<Word> words;
  /// The addresses of the capabilities sent along.
  std::vector<Word> caps;
  /// The reply register, where the call has one.
  Word reply = 0;
  /// Where NBSendRecv and NBSendWait send.
  Word destination = 0;

  /// As an invocation: its method.
  [[nodiscard]] sys::InvocationLabel label() const noexcept {
    return static_cast<sys::InvocationLabel>(info.label());
  }
};

/// An invocation to expect. What is not given may be anything.
struct Invocation {
  /// Of the method; must match.
  sys::InvocationLabel label;
  /// What is invoked.
  std::optional<CPtr> service{};
  /// All message words of the call, as many as it has.
  std::optional<std::vector<Word>> words{};
  /// The addresses of all capabilities sent along.
  std::optional<std::vector<Word>> caps{};
};

/// Another system call to expect. What is not given may be anything.
struct SystemCall {
  /// Its number and name; must match.
  sys::Syscall call;
  /// In the capability register: sent to or received from.
  std::optional<CPtr> cap{};
  /// Of the message sent.
  std::optional<Word> label{};
  /// All words of the message sent.
  std::optional<std::vector<Word>> words{};
  /// The addresses of all capabilities sent along.
  std::optional<std::vector<Word>> caps{};
  /// The reply object's address, on MCS kernels.
  std::optional<CPtr> reply{};
  /// Where the first half of NBSendRecv and NBSendWait sends.
  std::optional<CPtr> destination{};
};

/// What comes back: for an invocation an error and result words, for a receive or Call a message.
struct Answer {
  /// For an invocation.
  Error error = Error::none;
  /// For a message; an invocation's answer has its error for a label.
  Word label = 0;
  /// What the receive returns with the message; 0 if nothing came.
  Word badge = 0;
  /// The first four in registers, the others in the IPC buffer.
  std::vector<Word> words{};
  /// The badges of capabilities that were unwrapped.
  std::vector<Word> caps{};
};

/// The call, for people: "Call of CPtr 12 with TCBResume, words [0x1, 0x2], caps []".
[[nodiscard]] std::string describe(const Message& message);

}  // namespace sel4::fake
