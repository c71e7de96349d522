// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/microkit/arch/guest.hpp>
#include <sel4/microkit/channel.hpp>
#include <sel4/microkit/child.hpp>
#include <sel4/microkit/deferred.hpp>
#include <sel4/microkit/domain.hpp>
#include <sel4/microkit/handler.hpp>
#include <sel4/microkit/message.hpp>
#include <sel4/sys/invocations.hpp>
#include <sel4/sys/syscalls.hpp>

#include <type_traits>

namespace sel4::microkit {

/// The handler of a domain that is only there to initialise something.
struct NoHandler {};

namespace detail {

/// Ends the program: an event has come that it has no handler for. `badge` says which.
[[noreturn]] void unhandled(Word badge) noexcept;

/// Ends the program: a handler has returned an error.
[[noreturn]] void handler_failed(Error error) noexcept;

/// Lets all of the domain's interrupts come: the kernel may have taken one as delivered before the
/// domain could wait for it, and then it would never come again (seL4 issue 1536).
void acknowledge_all_interrupts() noexcept;

}  // namespace detail

/// Where a domain spends its life after init: receives, calls the handler, receives.
template <class H>
class EventLoop {
 public:
  /// Events go to `handler`, which must outlive this.
  explicit EventLoop(H& handler) noexcept : handler_(handler) {}

  /// Never ends. After a domain's init, and once.
  [[noreturn, gnu::always_inline]] void run() {
    prepare();
    sys::Registers in = receive();
    for (;;) in = step(in);
  }

  /// What comes before the first receive: passive domains tell the monitor along with it.
  static void prepare() noexcept {
    if (is_passive()) detail::defer(CPtr{slot::monitor}, {});
    detail::acknowledge_all_interrupts();
  }

  /// Handles one event and waits for the next one.
  [[nodiscard, gnu::always_inline]] sys::Registers step(const sys::Registers& in) {
    const Word badge = in.cap;
    // The highest bit first: protected calls are what others wait for.
    if ((badge & badge::protected_call) != 0) {
      if constexpr (HandlesProtectedCall<H>) {
        const AnyChannel channel{static_cast<unsigned>(badge & badge::channel_mask)};
        return answer(handler_.protected_call(channel, Message{in}));
      }
    } else if ((badge & badge::fault) != 0) {
      if constexpr (HandlesFault<H>) {
        const AnyChild child{static_cast<unsigned>(badge & badge::child_mask)};
        const FaultAnswer what = handler_.fault(child, Message{in});
        if constexpr (arch::runs_guests) {
          // A guest's exit is nobody's message, so there is nobody to answer.
          if (arch::guest_is_on()) {
            if (!what.message().has_value()) arch::stop_guest();
            return receive();
          }
        }
        if (what.message().has_value()) return answer(*what.message());
        return receive();
      }
    } else if constexpr (HandlesNotified<H>) {
      notify(ChannelSet{badge});
      return receive();
    }
    detail::unhandled(badge);
  }

  /// Waits for the next event, and does on the way what has been put off.
  [[nodiscard, gnu::always_inline]] static sys::Registers receive() noexcept {
    if constexpr (arch::runs_guests && HandlesFault<H>) {
      if (arch::guest_is_on()) {
        // No system call does both this and a send.
        detail::flush_deferred();
        return arch::run_guest();
      }
    }
    const detail::DeferredAction action = detail::deferred_action;
    if (action.cap != 0) {
      detail::deferred_action.cap = 0;
      return sys::nb_send_recv(CPtr{action.cap}, MessageInfo::from_words({action.info}), {},
                               CPtr{slot::input}, slot::reply);
    }
    return sys::recv(CPtr{slot::input}, slot::reply);
  }

 private:
  /// Answers who waits for it, and waits for the next event.
  [[nodiscard, gnu::always_inline]] static sys::Registers answer(const Message& message) noexcept {
    // The receive takes the answer along, so that there is no room for anything else.
    detail::flush_deferred();
    return sys::reply_recv(CPtr{slot::input}, message.info(), message.short_words(), slot::reply);
  }

  [[gnu::always_inline]] void notify(ChannelSet channels) {
    if constexpr (NotifiedTogether<H>) {
      check([&] { return handler_.notified(channels); });
    } else {
      for (const AnyChannel channel : channels) check([&] { return handler_.notified(channel); });
    }
  }

  template <class F>
  [[gnu::always_inline]] static void check(F&& call) {
    if constexpr (std::is_void_v<decltype(call())>) {
      call();
    } else {
      if (const Result<> done = call(); !done) [[unlikely]]
        detail::handler_failed(done.error());
    }
  }

  H& handler_;
};

namespace detail {

// So that the init function's signature, and not the loop, is what an error message is about.
template <class Made>
struct InitResult {
  static_assert(
      Handler<Made>,
      "a protection domain's init returns a handler: a class with at least one of "
      "notified(ChannelSet) or notified(AnyChannel), protected_call(AnyChannel, Message) "
      "returning a Message, and fault(AnyChild, Message) returning a FaultAnswer; or void");
};
template <>
struct InitResult<NoHandler> {};

template <class H>
[[noreturn, gnu::always_inline]] inline void serve(H&& handler) {
  static_assert(sizeof(InitResult<std::remove_cvref_t<H>>) != 0);
  EventLoop<std::remove_reference_t<H>>{handler}.run();
}

template <class T>
inline constexpr bool is_result = false;
template <class T>
inline constexpr bool is_result<Result<T>> = true;

}  // namespace detail

/// Runs `init()` and then serves events with what it returns: a handler, a Result of one, or
/// nothing. The handler is on the domain's stack.
template <auto init>
[[noreturn]] void run_domain() {
  using Made = decltype(init());
  if constexpr (std::is_void_v<Made>) {
    init();
    detail::serve(NoHandler{});
  } else if constexpr (detail::is_result<Made>) {
    if constexpr (std::is_void_v<typename Made::value_type>) {
      init().or_panic("the domain's init failed");
      detail::serve(NoHandler{});
    } else {
      detail::serve(init().or_panic("the domain's init failed"));
    }
  } else {
    detail::serve(init());
  }
}

/// The same for a class that its default constructor initialises.
template <class H>
[[noreturn]] void run_domain() {
  detail::serve(H{});
}

}  // namespace sel4::microkit
