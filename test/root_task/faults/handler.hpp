// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/test/test.hpp>
#include <sel4/test_support/thread.hpp>

#include <optional>
#include <type_traits>
#include <variant>

namespace sel4::test {

/// Receives the faults of test threads.
struct Handler {
  Endpoint endpoint = make<Endpoint>();
  Endpoint badged = minted(endpoint, badge);
  ReplyAuthority reply = make_reply();

  static constexpr Word badge = 0xfa;

  /// The next fault; fails the test and gives nothing if it is not an F.
  template <class F>
  [[nodiscard]] std::optional<F> take() const {
    const Received message = endpoint.recv(reply);
    SEL4_CHECK_EQ(message.badge.value(), badge);
    const std::optional<Fault> fault = decode_fault(message);
    if (!fault || !std::holds_alternative<F>(*fault)) {
      SEL4_CHECK_EQ(message.info.label(), F::tag);
      return std::nullopt;
    }
    // What follows in a capability fault depends on why the lookup failed.
    if constexpr (!std::is_same_v<F, CapFault>) {
      SEL4_CHECK_EQ(message.info.length(), F::message_words);
    }
    return std::get<F>(*fault);
  }

  /// The same from registers, where the kernel put the first words.
  template <class F>
  [[nodiscard]] std::optional<F> take_with_words() const {
    const ReceivedWords message = endpoint.recv_with_words(reply);
    const std::optional<Fault> fault = decode_fault(message);
    if (!fault || !std::holds_alternative<F>(*fault)) {
      SEL4_CHECK_EQ(message.info.label(), F::tag);
      return std::nullopt;
    }
    return std::get<F>(*fault);
  }

  void resume() const { reply.reply_with_words(resume_reply()); }
  void stop() const { reply.reply_with_words(stop_reply()); }
};

}  // namespace sel4::test
