// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// What a protection domain's handler is: a class with any of the members notified(),
// protected_call() and fault(). One that it lacks costs nothing; one with a wrong signature does
// not compile.

#pragma once

#include <sel4/base/result.hpp>
#include <sel4/microkit/channel.hpp>
#include <sel4/microkit/child.hpp>
#include <sel4/microkit/message.hpp>
#include <sel4/sys/error.hpp>

#include <concepts>
#include <optional>

namespace sel4::microkit {

/// What becomes of a child whose fault has been handled.
class FaultAnswer {
 public:
  /// It stays stopped, unless the handler itself has restarted it.
  [[nodiscard]] static FaultAnswer none() noexcept { return FaultAnswer{}; }
  /// It goes on where it was.
  [[nodiscard]] static FaultAnswer resume() noexcept { return FaultAnswer{Message{}}; }
  /// It gets this answer; what answers there are depends on the fault (seL4 manual, "Faults").
  [[nodiscard]] static FaultAnswer reply(const Message& message) noexcept {
    return FaultAnswer{message};
  }

  /// The answer, if there is one.
  [[nodiscard]] const std::optional<Message>& message() const noexcept { return message_; }

 private:
  FaultAnswer() noexcept = default;
  explicit FaultAnswer(const Message& message) noexcept : message_(message) {}
  std::optional<Message> message_;
};

/// Handles all that has been notified at once: `void notified(ChannelSet)`; may return a Result<>.
template <class H>
concept NotifiedTogether = requires(H& handler, ChannelSet channels) {
  { handler.notified(channels) } -> std::same_as<void>;
} || requires(H& handler, ChannelSet channels) {
  { handler.notified(channels) } -> std::same_as<Result<>>;
};

/// Handles channels one by one, lowest first: `void notified(AnyChannel)`; may return a Result<>.
template <class H>
concept NotifiedOneByOne = !NotifiedTogether<H> && (requires(H& handler, AnyChannel channel) {
  { handler.notified(channel) } -> std::same_as<void>;
} || requires(H& handler, AnyChannel channel) {
  { handler.notified(channel) } -> std::same_as<Result<>>;
});

/// Handles notifications and interrupts.
template <class H>
concept HandlesNotified = NotifiedTogether<H> || NotifiedOneByOne<H>;

/// Handles protected calls: `Message protected_call(AnyChannel, Message)`. What it returns is the
/// answer.
template <class H>
concept HandlesProtectedCall = requires(H& handler, AnyChannel channel, Message message) {
  { handler.protected_call(channel, message) } -> std::same_as<Message>;
};

/// Handles faults of children: `FaultAnswer fault(AnyChild, Message)`.
template <class H>
concept HandlesFault = requires(H& handler, AnyChild child, Message message) {
  { handler.fault(child, message) } -> std::same_as<FaultAnswer>;
};

namespace detail {

template <class H>
concept NamesNotified = requires { &H::notified; };
template <class H>
concept NamesProtectedCall = requires { &H::protected_call; };
template <class H>
concept NamesFault = requires { &H::fault; };

}  // namespace detail

/// What a domain's init function can return: handles something, and nothing in a wrong way.
template <class H>
concept Handler = (HandlesNotified<H> || HandlesProtectedCall<H> || HandlesFault<H>) &&
                  (HandlesNotified<H> || !detail::NamesNotified<H>) &&
                  (HandlesProtectedCall<H> || !detail::NamesProtectedCall<H>) &&
                  (HandlesFault<H> || !detail::NamesFault<H>);

}  // namespace sel4::microkit
