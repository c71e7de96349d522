// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// How an aggregate becomes message words: a word for each number, bool or enumerator, in the order
// of declaration; arrays of bytes eight to a word. So a peer in C can set and read them one by one.

#pragma once

#include <sel4/sys/types.hpp>

#include <array>
#include <bit>
#include <concepts>
#include <cstddef>
#include <type_traits>
#include <utility>

namespace sel4::rpc::detail {

/// Stands for a value of any type, to find out how many members an aggregate has.
struct AnyValue {
  template <class T>
  operator T() const noexcept;  // NOLINT: implicit; never defined
};

template <class T, class Indices>
inline constexpr bool made_of = false;
template <class T, std::size_t... I>
inline constexpr bool made_of<T, std::index_sequence<I...>> =
    requires { T{(static_cast<void>(I), AnyValue{})...}; };

inline constexpr std::size_t most_members = 8;

template <class T, std::size_t N = most_members>
consteval std::size_t member_count() noexcept {
  if constexpr (made_of<T, std::make_index_sequence<N>>) {
    return N;
  } else if constexpr (N == 0) {
    return 0;
  } else {
    return member_count<T, N - 1>();
  }
}

/// Calls `f` with all members of an aggregate.
template <class T, class F>
[[gnu::always_inline]] constexpr decltype(auto) with_members(T& t, F&& f) {
  constexpr std::size_t count = member_count<std::remove_const_t<T>>();
  static_assert(!made_of<std::remove_const_t<T>, std::make_index_sequence<most_members + 1>>,
                "a message has at most 8 members; put some into a structure of their own");
  if constexpr (count == 0) {
    return f();
  } else if constexpr (count == 1) {
    auto& [a] = t;
    return f(a);
  } else if constexpr (count == 2) {
    auto& [a, b] = t;
    return f(a, b);
  } else if constexpr (count == 3) {
    auto& [a, b, c] = t;
    return f(a, b, c);
  } else if constexpr (count == 4) {
    auto& [a, b, c, d] = t;
    return f(a, b, c, d);
  } else if constexpr (count == 5) {
    auto& [a, b, c, d, e] = t;
    return f(a, b, c, d, e);
  } else if constexpr (count == 6) {
    auto& [a, b, c, d, e, g] = t;
    return f(a, b, c, d, e, g);
  } else if constexpr (count == 7) {
    auto& [a, b, c, d, e, g, h] = t;
    return f(a, b, c, d, e, g, h);
  } else {
    auto& [a, b, c, d, e, g, h, i] = t;
    return f(a, b, c, d, e, g, h, i);
  }
}

template <class T>
concept Byte =
    std::same_as<T, char> || std::same_as<T, unsigned char> || std::same_as<T, signed char> ||
    std::same_as<T, char8_t> || std::same_as<T, std::byte>;

/// What takes one word. Enumerations must be scoped: then every number is a value of theirs.
template <class T>
concept Scalar =
    (std::is_integral_v<T> && sizeof(T) <= sizeof(Word)) || std::is_floating_point_v<T> ||
    (std::is_enum_v<T> && !std::is_convertible_v<T, std::underlying_type_t<T>>);

template <class T>
inline constexpr bool is_array = false;
template <class T, std::size_t N>
inline constexpr bool is_array<std::array<T, N>> = true;

template <class T>
concept Structure =
    std::is_aggregate_v<T> && std::is_class_v<T> && !is_array<T> && std::is_trivially_copyable_v<T>;

template <class T>
consteval std::size_t words_of() noexcept;

template <class T>
struct WordCount {
  static_assert(Scalar<T> || Structure<T> || is_array<T>,
                "a message's members are numbers, bools, scoped enumerations, std::arrays and "
                "plain structures of those; no pointers, which mean nothing to a peer");
  static consteval std::size_t get() noexcept {
    if constexpr (Structure<T>) {
      T t{};
      return with_members(t, []<class... M>(const M&...) {
        return std::integral_constant<std::size_t, (std::size_t{0} + ... + words_of<M>())>{};
      });
    } else {
      return 1;
    }
  }
};
template <class T, std::size_t N>
struct WordCount<std::array<T, N>> {
  static consteval std::size_t get() noexcept {
    if constexpr (Byte<T>) {
      return (N + sizeof(Word) - 1) / sizeof(Word);
    } else {
      return N * words_of<T>();
    }
  }
};

/// How many words a T takes.
template <class T>
consteval std::size_t words_of() noexcept {
  return WordCount<T>::get();
}

/// Puts `value` at `*to` and moves on.
template <class T>
[[gnu::always_inline]] inline void put(const T& value, Word*& to) noexcept {
  if constexpr (std::is_floating_point_v<T>) {
    using Bits = std::conditional_t<sizeof(T) == 4, std::uint32_t, std::uint64_t>;
    *to++ = std::bit_cast<Bits>(value);
  } else if constexpr (Scalar<T>) {
    *to++ = static_cast<Word>(value);
  } else if constexpr (is_array<T>) {
    if constexpr (Byte<typename T::value_type>) {
      for (std::size_t at = 0; at < value.size();) {
        Word word = 0;
        for (unsigned bit = 0; bit < sizeof(Word) * 8 && at < value.size(); bit += 8) {
          word |= Word{static_cast<unsigned char>(value[at++])} << bit;
        }
        *to++ = word;
      }
    } else {
      for (const auto& element : value) put(element, to);
    }
  } else {
    with_members(value, [&](const auto&... members) { (put(members, to), ...); });
  }
}

/// Takes `value` from words `at` on of `from` (anything with an operator[]) and moves on. False if
/// a word is none that put() makes of a T: the peer means something else.
template <class T, class From>
[[nodiscard, gnu::always_inline]] inline bool take(T& value, const From& from,
                                                   std::size_t& at) noexcept {
  if constexpr (std::same_as<T, bool>) {
    const Word word = from[at++];
    value = word != 0;
    return word <= 1;
  } else if constexpr (std::is_floating_point_v<T>) {
    using Bits = std::conditional_t<sizeof(T) == 4, std::uint32_t, std::uint64_t>;
    const Word word = from[at++];
    value = std::bit_cast<T>(static_cast<Bits>(word));
    return static_cast<Bits>(word) == word;
  } else if constexpr (Scalar<T>) {
    const Word word = from[at++];
    value = static_cast<T>(word);
    return static_cast<Word>(value) == word;
  } else if constexpr (is_array<T>) {
    if constexpr (Byte<typename T::value_type>) {
      for (std::size_t i = 0; i < value.size();) {
        Word word = from[at++];
        for (unsigned n = 0; n < sizeof(Word) && i < value.size(); ++n, word >>= 8) {
          value[i++] = static_cast<typename T::value_type>(word & 0xff);
        }
      }
      return true;
    } else {
      for (auto& element : value) {
        if (!take(element, from, at)) return false;
      }
      return true;
    }
  } else {
    return with_members(value, [&](auto&... members) { return (take(members, from, at) && ...); });
  }
}

}  // namespace sel4::rpc::detail
