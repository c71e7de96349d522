// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/config.hpp>
#include <sel4/message_info.hpp>
#include <sel4/object.hpp>
#include <sel4/reply.hpp>
#include <sel4/sys/syscalls.hpp>

namespace sel4 {

namespace detail {

/// What came in, its first words copied to the others in the buffer. The buffer is looked up only
/// now: code that goes on with the words then shares the look-up, and sees what has been stored.
template <class Ipc>
[[nodiscard, gnu::always_inline]] inline Received received(const sys::Registers& in,
                                                           Ipc ipc) noexcept {
  sys::store_words(ipc.buffer(), in);
  return {sys::message_info(in), Badge{in.cap}};
}

[[nodiscard, gnu::always_inline]] inline ReceivedWords received_words(
    const sys::Registers& in) noexcept {
  return {sys::message_info(in), Badge{in.cap}, {in.mr0, in.mr1, in.mr2, in.mr3}};
}

}  // namespace detail

/// An endpoint: messages pass from a sender to a receiver when both are there.
///
/// Each call comes in two forms. The plain one takes and leaves all message words in the IPC
/// buffer. The `_with_words` one takes and leaves the first four in registers and touches no
/// memory; words beyond four, and capabilities, still go through the buffer. A capability that
/// lacks the needed right makes a call fault or, if it is a non-blocking one, do nothing (seL4
/// manual, "Endpoints").
template <class Ipc>
class BasicEndpoint : public ObjectOf<BasicEndpoint, Ipc> {
 public:
  using ObjectOf<BasicEndpoint, Ipc>::ObjectOf;
  /// The kind's name in messages.
  static constexpr const char* kind_name = "Endpoint";
  /// libsel4's number for retype().
  static constexpr Word object_type = ::seL4_EndpointObject;
  /// An endpoint takes 2^size_bits bytes.
  static constexpr Word size_bits = seL4_EndpointBits;

  /// Sends, waiting for a receiver. Needs write; grant if capabilities go along. (Manual: Send.)
  [[gnu::always_inline]] void send(MessageInfo info) const noexcept {
    sys::send(this->cptr(), info, sys::load_words(this->ipc().buffer()));
  }
  /// send() with the first message words in registers; words beyond them are in the IPC buffer.
  [[gnu::always_inline]] void send_with_words(MessageInfo info,
                                              ShortMessage words = {}) const noexcept {
    sys::send(this->cptr(), info, words);
  }

  /// Sends if a receiver is waiting, else drops the message; nothing tells which. Needs write.
  /// (Manual: NBSend.)
  [[gnu::always_inline]] void nb_send(MessageInfo info) const noexcept {
    sys::nb_send(this->cptr(), info, sys::load_words(this->ipc().buffer()));
  }
  /// nb_send() with the first message words in registers.
  [[gnu::always_inline]] void nb_send_with_words(MessageInfo info,
                                                 ShortMessage words = {}) const noexcept {
    sys::nb_send(this->cptr(), info, words);
  }

  /// Receives, waiting for a sender; `reply` takes the authority to answer. Needs read.
  /// Also returns, with the notification's badge, when the thread's bound notification is
  /// signalled. (Manual: Recv.)
  [[gnu::always_inline]] Received recv(ReplyAuthority reply) const noexcept {
    return detail::received(sys::recv(this->cptr(), reply.reply_register()), this->ipc());
  }
  /// recv() with the first message words left in registers.
  [[nodiscard, gnu::always_inline]] ReceivedWords recv_with_words(
      ReplyAuthority reply) const noexcept {
    return detail::received_words(sys::recv(this->cptr(), reply.reply_register()));
  }

  /// Receives if a sender is waiting; else badge 0 and an undefined message. Needs read.
  /// (Manual: NBRecv.)
  [[gnu::always_inline]] Received nb_recv(ReplyAuthority reply) const noexcept {
    return detail::received(sys::nb_recv(this->cptr(), reply.reply_register()), this->ipc());
  }
  /// nb_recv() with the first message words left in registers.
  [[nodiscard, gnu::always_inline]] ReceivedWords nb_recv_with_words(
      ReplyAuthority reply) const noexcept {
    return detail::received_words(sys::nb_recv(this->cptr(), reply.reply_register()));
  }

  /// Receives without taking the authority to answer. Needs read. MCS kernels only. (Manual: Wait.)
  [[gnu::always_inline]] Received wait() const noexcept
    requires(config::kernel_mcs)
  {
    return detail::received(sys::wait(this->cptr()), this->ipc());
  }
  /// wait() with the first message words left in registers.
  [[nodiscard, gnu::always_inline]] ReceivedWords wait_with_words() const noexcept
    requires(config::kernel_mcs)
  {
    return detail::received_words(sys::wait(this->cptr()));
  }

  /// wait() if a sender is waiting; else badge 0 and an undefined message. (Manual: NBWait.)
  [[gnu::always_inline]] Received nb_wait() const noexcept
    requires(config::kernel_mcs)
  {
    return detail::received(sys::nb_wait(this->cptr()), this->ipc());
  }
  /// nb_wait() with the first message words left in registers.
  [[nodiscard, gnu::always_inline]] ReceivedWords nb_wait_with_words() const noexcept
    requires(config::kernel_mcs)
  {
    return detail::received_words(sys::nb_wait(this->cptr()));
  }

  /// Sends and waits for the answer. Needs write, and grant or grant_reply. (Manual: Call.)
  [[gnu::always_inline]] MessageInfo call(MessageInfo info) const noexcept {
    const sys::Registers in = sys::call(this->cptr(), info, sys::load_words(this->ipc().buffer()));
    sys::store_words(this->ipc().buffer(), in);
    return sys::message_info(in);
  }
  /// call() with the first message words in registers, both ways.
  [[gnu::always_inline]] AnswerWords call_with_words(MessageInfo info,
                                                     ShortMessage words = {}) const noexcept {
    const sys::Registers in = sys::call(this->cptr(), info, words);
    return {sys::message_info(in), {in.mr0, in.mr1, in.mr2, in.mr3}};
  }

  /// Answers the caller that `reply` stands for and receives the next message. Needs read.
  /// (Manual: ReplyRecv.)
  [[gnu::always_inline]] Received reply_recv(MessageInfo info,
                                             ReplyAuthority reply) const noexcept {
    return detail::received(
        sys::reply_recv(this->cptr(), info, sys::load_words(this->ipc().buffer()),
                        reply.reply_register()),
        this->ipc());
  }
  /// reply_recv() with the first message words in registers, both ways.
  [[nodiscard, gnu::always_inline]] ReceivedWords reply_recv_with_words(
      MessageInfo info, ShortMessage words, ReplyAuthority reply) const noexcept {
    return detail::received_words(
        sys::reply_recv(this->cptr(), info, words, reply.reply_register()));
  }

  /// Sends to `destination` (an endpoint, notification or reply object) if that needs no waiting,
  /// then receives from this endpoint. Needs read here, write there. MCS kernels only.
  /// (Manual: NBSendRecv.)
  [[gnu::always_inline]] Received nb_send_recv(AnyCap destination, MessageInfo info,
                                               ReplyAuthority reply) const noexcept
    requires(config::kernel_mcs)
  {
    return detail::received(
        sys::nb_send_recv(destination.cptr(), info, sys::load_words(this->ipc().buffer()),
                          this->cptr(), reply.reply_register()),
        this->ipc());
  }
  /// nb_send_recv() with the first message words in registers, both ways.
  [[nodiscard, gnu::always_inline]] ReceivedWords nb_send_recv_with_words(
      AnyCap destination, MessageInfo info, ShortMessage words, ReplyAuthority reply) const noexcept
    requires(config::kernel_mcs)
  {
    return detail::received_words(
        sys::nb_send_recv(destination.cptr(), info, words, this->cptr(), reply.reply_register()));
  }

  /// Sends to `destination` if that needs no waiting, then wait()s here. MCS kernels only.
  /// (Manual: NBSendWait.)
  [[gnu::always_inline]] Received nb_send_wait(AnyCap destination, MessageInfo info) const noexcept
    requires(config::kernel_mcs)
  {
    return detail::received(sys::nb_send_wait(destination.cptr(), info,
                                              sys::load_words(this->ipc().buffer()), this->cptr()),
                            this->ipc());
  }
  /// nb_send_wait() with the first message words in registers, both ways.
  [[nodiscard, gnu::always_inline]] ReceivedWords nb_send_wait_with_words(
      AnyCap destination, MessageInfo info, ShortMessage words = {}) const noexcept
    requires(config::kernel_mcs)
  {
    return detail::received_words(sys::nb_send_wait(destination.cptr(), info, words, this->cptr()));
  }
};

/// An endpoint, for operations through the calling thread's IPC buffer.
using Endpoint = BasicEndpoint<sys::ThreadIpc>;

}  // namespace sel4
