// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// Answers to faults: what goes into the reply to a fault message (seL4 manual, "Faults").

#pragma once

#include <sel4/config.hpp>
#include <sel4/fault.hpp>
#include <sel4/sys/ipc.hpp>
#include <sel4/user_context.hpp>

#include <array>
#include <bit>
#include <concepts>
#include <cstddef>

namespace sel4 {

/// The answer that restarts the thread where it was: `reply.reply_with_words(resume_reply())`.
[[nodiscard]] constexpr MessageInfo resume_reply() noexcept { return MessageInfo{}; }

/// The answer that leaves the thread stopped.
[[nodiscard]] constexpr MessageInfo stop_reply() noexcept { return MessageInfo{{.label = 1}}; }

namespace detail {

/// Word `index` of the message that a fault came in, or would come in: its fields are stored in the
/// opposite order, and above the word with the tag.
template <class F>
[[nodiscard]] constexpr Word message_word(const F& fault, std::size_t index) noexcept {
  return fault.words()[F::message_words - index];
}

template <class F>
[[nodiscard]] consteval bool message_word_is_right() noexcept {
  std::array<Word, F::message_words> message{};
  for (std::size_t i = 0; i < message.size(); ++i) message[i] = i + 1;
  const F fault = F::from_message(message);
  for (std::size_t i = 0; i < message.size(); ++i) {
    if (message_word(fault, i) != message[i]) return false;
  }
  return true;
}

}  // namespace detail

/// A fault whose answer can change the thread's registers: those that it reports, in that order.
template <class F>
concept RegisterFault = std::same_as<F, UnknownSyscall> || std::same_as<F, UserException>;

/// The answer that restarts the thread with the registers that `fault` now says; change it with its
/// setters before: `fault.set_fault_ip(fault.fault_ip() + 4)`. Writes message words of the IPC
/// buffer, for a reply that goes through it: `reply.reply(resume_reply(fault))`. The kernel makes
/// sure that no privileged bits come in; words that are no registers it leaves aside.
template <RegisterFault F, sys::IpcContext Ipc = sys::ThreadIpc>
[[nodiscard]] MessageInfo resume_reply(const F& fault, Ipc ipc = {}) noexcept {
  static_assert(detail::message_word_is_right<F>());
  IpcBuffer& buffer = ipc.buffer();
  for (std::size_t i = 0; i < F::message_words; ++i) {
    buffer.msg[i] = detail::message_word(fault, i);
  }
  return MessageInfo{{.length = F::message_words}};
}

/// The answer to a timeout fault that restarts the thread with these registers. As above.
template <sys::IpcContext Ipc = sys::ThreadIpc>
[[nodiscard]] MessageInfo timeout_reply(const UserContext& context, Ipc ipc = {}) noexcept
  requires(config::kernel_mcs)
{
  const auto words = std::bit_cast<std::array<Word, UserContext::word_count>>(context.registers());
  IpcBuffer& buffer = ipc.buffer();
  for (std::size_t i = 0; i < words.size(); ++i) buffer.msg[i] = words[i];
  return MessageInfo{{.length = words.size()}};
}

}  // namespace sel4
