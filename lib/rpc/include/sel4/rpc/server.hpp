// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/microkit/message.hpp>
#include <sel4/rpc/protocol.hpp>

#include <concepts>

namespace sel4::rpc {

/// Handles the request R: can be called with one and returns its reply.
template <class Handler, class R>
concept Serves = requires(Handler& handler, const R& request) {
  { handler(request) } -> std::convertible_to<typename R::Reply>;
};

/// Several functions as one handler: `Overloaded{[&](Now) {...}, [&](SetTimeout m) {...}}`.
template <class... Functions>
struct Overloaded : Functions... {
  using Functions::operator()...;
};
template <class... Functions>
Overloaded(Functions...) -> Overloaded<Functions...>;

namespace detail {

/// One for each request, so that the compiler's message names the request.
template <class Handler, class R>
struct MustServe {
  static_assert(Serves<Handler, R>,
                "the server does not handle this request of its protocol, or returns something "
                "that is not its reply");
};

[[nodiscard]] inline microkit::Message refusal(Error error) noexcept {
  return microkit::Message::of(static_cast<Word>(error));
}

template <class R, class Handler>
[[gnu::always_inline]] inline bool try_serve(const microkit::Message& message, Handler& handler,
                                             microkit::Message& answer) {
  if (message.label() != R::id) return false;
  R request{};
  if (!decode(request, message)) [[unlikely]] {
    answer = refusal(Error::malformed_request);
  } else {
    const typename R::Reply reply = handler(request);
    answer = encode(static_cast<Word>(Error::none), reply);
  }
  return true;
}

template <class P>
struct Dispatch;
template <class... Requests>
struct Dispatch<Protocol<Requests...>> {
  template <class Handler>
  [[gnu::always_inline]] static microkit::Message serve(const microkit::Message& message,
                                                        Handler& handler) {
    static_assert((sizeof(MustServe<Handler, Requests>) + ... + 1) != 0);
    microkit::Message answer = refusal(Error::unknown_request);
    static_cast<void>((try_serve<Requests>(message, handler, answer) || ...));
    return answer;
  }
};

}  // namespace detail

/// Answers a request of the protocol P that came as a protected call: calls `handler` with it. A
/// request that P does not have, or whose words do not fit, is answered with an error, and
/// `handler` is not called. A handler that lacks a request of P does not compile.
///
///     Message protected_call(AnyChannel, Message message) {
///       return rpc::serve<Api>(message, rpc::Overloaded{
///           [&](Now) { return Now::Reply{time()}; },
///           [&](SetTimeout m) { return SetTimeout::Reply{arm(m.after_ns)}; }});
///     }
template <class P, class Handler>
[[nodiscard, gnu::always_inline]] inline microkit::Message serve(const microkit::Message& message,
                                                                 Handler&& handler) {
  return detail::Dispatch<P>::serve(message, handler);
}

}  // namespace sel4::rpc
