// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/base/result.hpp>
#include <sel4/microkit/deferred.hpp>
#include <sel4/microkit/domain.hpp>
#include <sel4/microkit/ipc.hpp>
#include <sel4/microkit/message.hpp>
#include <sel4/sys/error.hpp>
#include <sel4/sys/invocations.hpp>
#include <sel4/sys/syscalls.hpp>

#include <bit>
#include <cstddef>
#include <string_view>

namespace sel4::microkit {

/// Why a number is refused.
enum class NumberError : unsigned {
  none,
  /// Above what the kind of thing can have.
  too_large,
};

/// The sentence for an error, without a full stop.
[[nodiscard]] constexpr std::string_view describe(NumberError error) noexcept {
  return error == NumberError::none ? "no error" : "a number from 0 to 61 is needed";
}

namespace detail {

/// What can be done with the other end of a channel. `Self` says the number.
template <class Self>
class ChannelMethods {
 public:
  /// Notifies the domain at the other end; never blocks. Panics if the system description gives
  /// this end no `notify`.
  [[gnu::always_inline]] void notify() const noexcept { sys::signal(notification()); }

  /// notify(), but on the way into the next receive: the handler goes on first, and there is one
  /// system call less. If something else is put off already, that is done now.
  [[gnu::always_inline]] void defer_notify() const noexcept { defer(notification(), {}); }

  /// A protected call: the domain at the other end runs its handler and answers; until then this
  /// domain waits. Panics if the system description gives this end no `pp`. The kernel wants the
  /// other domain's priority to be higher.
  [[nodiscard, gnu::always_inline]] Message call(const Message& message) const noexcept {
    if (!can_call()) [[unlikely]]
      refuse("protected calls on channel", number());
    return Message{
        sys::call(CPtr{slot::endpoint + number()}, message.info(), message.short_words())};
  }

  /// Whether the system description lets this end notify().
  [[nodiscard, gnu::always_inline]] bool can_notify() const noexcept {
    return is_given(patched_notifications, number());
  }
  /// Whether the system description lets this end call().
  [[nodiscard, gnu::always_inline]] bool can_call() const noexcept {
    return is_given(patched_pps, number());
  }

 private:
  [[nodiscard, gnu::always_inline]] unsigned number() const noexcept {
    return static_cast<const Self&>(*this).number();
  }
  [[nodiscard, gnu::always_inline]] CPtr notification() const noexcept {
    if (!can_notify()) [[unlikely]]
      refuse("notifications on channel", number());
    return CPtr{slot::notification + number()};
  }
};

/// What can be done with an interrupt. `Self` says the number.
template <class Self>
class InterruptMethods {
 public:
  /// Lets the interrupt come again. Panics if the system description gives the domain no interrupt
  /// with this number. Errors: none that the kernel would give a domain for its own interrupt.
  Result<> acknowledge() const noexcept { return sys::irq_handler_ack(sys::NoIpc{}, handler()); }

  /// acknowledge(), but on the way into the next receive, as channels' defer_notify().
  [[gnu::always_inline]] void defer_acknowledge() const noexcept {
    defer(handler(), MessageInfo{{.label = static_cast<Word>(sys::InvocationLabel::irq_ack_irq)}});
  }

  /// Whether the system description gives the domain an interrupt with this number.
  [[nodiscard, gnu::always_inline]] bool is_interrupt() const noexcept {
    return is_given(patched_irqs, static_cast<const Self&>(*this).number());
  }

 private:
  [[nodiscard, gnu::always_inline]] CPtr handler() const noexcept {
    const unsigned number = static_cast<const Self&>(*this).number();
    if (!is_interrupt()) [[unlikely]]
      refuse("interrupt", number);
    return CPtr{slot::irq_handler + number};
  }
};

}  // namespace detail

/// Channel number `Id` of this domain (its `end` in the system description): a way to another
/// domain. `inline constexpr Channel<1> client;`
template <unsigned Id>
class Channel : public detail::ChannelMethods<Channel<Id>> {
  static_assert(Id < max_channels, "a channel has a number from 0 to 61");

 public:
  /// The number.
  [[nodiscard]] static constexpr unsigned number() noexcept { return Id; }
};

/// Interrupt number `Id` of this domain (the `id` of its `irq` in the system description).
template <unsigned Id>
class Interrupt : public detail::InterruptMethods<Interrupt<Id>> {
  static_assert(Id < max_channels, "an interrupt has a number from 0 to 61");

 public:
  /// The number.
  [[nodiscard]] static constexpr unsigned number() noexcept { return Id; }
};

/// Where an event came from, or a number that is known only at run time: a channel or an interrupt.
/// Compares with Channel and Interrupt. Never a number above 61.
class AnyChannel : public detail::ChannelMethods<AnyChannel>,
                   public detail::InterruptMethods<AnyChannel> {
 public:
  /// The number of a channel that is known when compiling.
  template <unsigned Id>
  constexpr AnyChannel(Channel<Id>) noexcept : number_(Id) {}  // NOLINT: implicit, loses nothing
  /// The same of an interrupt.
  template <unsigned Id>
  constexpr AnyChannel(Interrupt<Id>) noexcept : number_(Id) {}  // NOLINT: implicit

  /// Of a number from elsewhere, such as a `setvar_id` variable. Error: too_large.
  [[nodiscard]] static constexpr Result<AnyChannel, NumberError> checked(Word number) noexcept {
    if (number >= max_channels) return Failure{NumberError::too_large};
    return AnyChannel{static_cast<unsigned>(number)};
  }

  /// The number.
  [[nodiscard]] constexpr unsigned number() const noexcept { return number_; }

  friend constexpr bool operator==(AnyChannel a, AnyChannel b) noexcept {
    return a.number_ == b.number_;
  }

 private:
  friend class ChannelSet;
  template <class Handler>
  friend class EventLoop;
  constexpr explicit AnyChannel(unsigned number) noexcept : number_(number) {}

  unsigned number_;
};

/// The channels and interrupts that have been notified since the domain last looked:
/// `if (channels.contains(timer)) ...`, or `for (AnyChannel channel : channels) ...`, lowest first.
class ChannelSet {
 public:
  constexpr ChannelSet() noexcept = default;
  /// Bit n is number n. Bits above 61 are dropped.
  constexpr explicit ChannelSet(Word bits) noexcept : bits_(bits & badge::channel_bits) {}

  /// Whether `channel` is among them.
  [[nodiscard]] constexpr bool contains(AnyChannel channel) const noexcept {
    return ((bits_ >> channel.number()) & 1) != 0;
  }
  /// Whether there is none.
  [[nodiscard]] constexpr bool empty() const noexcept { return bits_ == 0; }
  /// How many there are.
  [[nodiscard]] constexpr std::size_t size() const noexcept {
    return static_cast<std::size_t>(std::popcount(bits_));
  }
  /// As the badge had them.
  [[nodiscard]] constexpr Word bits() const noexcept { return bits_; }

  /// Goes through the set's members.
  class Iterator {
   public:
    /// For the standard's iterator concepts.
    using value_type = AnyChannel;
    /// The same.
    using difference_type = std::ptrdiff_t;

    constexpr Iterator() noexcept = default;
    /// The member; there must be one.
    [[nodiscard]] constexpr AnyChannel operator*() const noexcept {
      return AnyChannel{static_cast<unsigned>(std::countr_zero(bits_))};
    }
    /// On to the next.
    constexpr Iterator& operator++() noexcept {
      bits_ &= bits_ - 1;
      return *this;
    }
    /// The same; the iterator as it was before.
    constexpr Iterator operator++(int) noexcept {
      const Iterator before = *this;
      ++*this;
      return before;
    }
    friend constexpr bool operator==(Iterator, Iterator) noexcept = default;

   private:
    friend class ChannelSet;
    constexpr explicit Iterator(Word bits) noexcept : bits_(bits) {}
    Word bits_ = 0;
  };

  /// The lowest member.
  [[nodiscard]] constexpr Iterator begin() const noexcept { return Iterator{bits_}; }
  /// Behind the highest member.
  [[nodiscard]] constexpr Iterator end() const noexcept { return Iterator{}; }

  friend constexpr bool operator==(ChannelSet, ChannelSet) noexcept = default;

 private:
  Word bits_ = 0;
};

}  // namespace sel4::microkit
