// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/base/result.hpp>
#include <sel4/rpc/protocol.hpp>

namespace sel4::rpc {

/// Calls the server at the other end of a channel, which speaks the protocol P:
///
///     inline constexpr rpc::Client<timer_api::Protocol, Channel<1>> timer;
///     if (auto reply = timer.call(timer_api::Now{})) use(reply->time);
template <class P, class Channel>
class Client {
 public:
  /// For channel types that say their number.
  constexpr Client() noexcept = default;
  /// For others.
  constexpr explicit Client(Channel channel) noexcept : channel_(channel) {}

  /// Makes a protected call and waits for the reply. A peer can answer whatever it wants: all that
  /// is no reply is an error.
  template <Request R>
  [[gnu::always_inline]] Result<typename R::Reply, Error> call(const R& request) const noexcept {
    static_assert(P::template has<R>, "the protocol has no such request");
    const microkit::Message answer = channel_.call(detail::encode(R::id, request));
    const Word label = answer.label();
    if (label != static_cast<Word>(Error::none)) [[unlikely]] {
      if (label > static_cast<Word>(Error::malformed_request))
        return Failure{Error::unknown_answer};
      return Failure{static_cast<Error>(label)};
    }
    typename R::Reply reply{};
    if (!detail::decode(reply, answer)) [[unlikely]]
      return Failure{Error::malformed_answer};
    return reply;
  }

 private:
  [[no_unique_address]] Channel channel_{};
};

}  // namespace sel4::rpc
