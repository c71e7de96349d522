// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/microkit/message.hpp>
#include <sel4/rpc/fields.hpp>

#include <concepts>
#include <cstddef>
#include <string_view>

namespace sel4::rpc {

/// Why a call has no reply. Of errors that the peer answers with, the number is the answer's label.
enum class Error : Word {
  none,
  /// The server does not know the request.
  unknown_request,
  /// The server found too few or too many words in it, or a word that is none of a member's values.
  malformed_request,
  /// The answer has a label that means nothing here: the peer speaks another protocol.
  unknown_answer,
  /// The same as malformed_request, of the answer.
  malformed_answer,
};

/// The sentence for an error, without a full stop.
[[nodiscard]] constexpr std::string_view describe(Error error) noexcept {
  switch (error) {
    case Error::none:
      return "no error";
    case Error::unknown_request:
      return "the server does not know the request";
    case Error::malformed_request:
      return "the server finds the request malformed";
    case Error::unknown_answer:
      return "the server's answer has an unknown label";
    case Error::malformed_answer:
      return "the server's answer is malformed";
  }
  return "unknown error";
}

/// A request: a plain structure with an explicit number and the type of its reply.
///
///     struct SetTimeout {
///       static constexpr sel4::Word id = 2;
///       struct Reply { bool accepted; };
///       std::uint64_t after_ns;
///     };
template <class T>
concept Request = detail::Structure<T> && requires {
  { T::id } -> std::convertible_to<Word>;
  typename T::Reply;
  requires detail::Structure<typename T::Reply>;
  requires(T::id < (Word{1} << 52));
};

/// The requests that a server understands, each with a number of its own.
template <Request... Requests>
struct Protocol {
 private:
  static consteval bool numbers_differ() noexcept {
    constexpr std::size_t count = sizeof...(Requests);
    constexpr Word ids[count + 1] = {Word{Requests::id}..., 0};
    for (std::size_t i = 0; i < count; ++i) {
      for (std::size_t j = i + 1; j < count; ++j) {
        if (ids[i] == ids[j]) return false;
      }
    }
    return true;
  }
  static_assert(numbers_differ(), "two requests of a protocol have the same id");
  static_assert(((detail::words_of<Requests>() <= microkit::Message::max_words &&
                  detail::words_of<typename Requests::Reply>() <= microkit::Message::max_words) &&
                 ...),
                "a request or reply has more words than a message");

 public:
  /// Whether T is one of them.
  template <class T>
  static constexpr bool has = (std::same_as<T, Requests> || ...);
};

namespace detail {

/// A message with the members of `value`.
template <class T>
[[nodiscard, gnu::always_inline]] inline microkit::Message encode(Word label,
                                                                  const T& value) noexcept {
  using microkit::Message;
  constexpr std::size_t count = words_of<T>();
  if constexpr (count == 0) {
    return Message::of(label);
  } else if constexpr (count <= sys::register_words) {
    Word words[count];
    Word* to = words;
    put(value, to);
    return [&]<std::size_t... I>(std::index_sequence<I...>) {
      return Message::of(label, words[I]...);
    }(std::make_index_sequence<count>{});
  } else {
    Word* to = Message::buffer().data();
    put(value, to);
    return Message::of_buffer(label, count);
  }
}

/// Takes `value` out of the message. False if the message is not one of a T.
template <class T>
[[nodiscard, gnu::always_inline]] inline bool decode(T& value,
                                                     const microkit::Message& message) noexcept {
  if (message.size() != words_of<T>()) return false;
  std::size_t at = 0;
  return take(value, message, at);
}

}  // namespace detail
}  // namespace sel4::rpc
