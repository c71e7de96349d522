// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/base/panic.hpp>
#include <sel4/base/std_parts.hpp>

#include <concepts>
#include <cstdint>
#include <source_location>
#include <string_view>
#include <type_traits>
#include <utility>

namespace sel4 {

/// The kernel's error codes; the enumerators are defined with the kernel interface
/// (sel4/error.hpp).
enum class Error : std::uintptr_t;

/// What a Result's error type must be: an enumeration whose zero means "no error", with a function
/// `describe(error)` found by argument-dependent lookup that gives its name for people.
template <class E>
concept ResultError = std::is_enum_v<E> && requires(E error) {
  { describe(error) } -> std::convertible_to<std::string_view>;
};

/// An error on its way into a Result (the counterpart of std::unexpected).
template <class E>
struct Failure {
  /// What went wrong; the enumerator zero would say that nothing did.
  E error;
};

/// `Failure{error}` has the error's type.
template <class E>
Failure(E) -> Failure<E>;

namespace detail {

// std::invoke, as far as it is of use here, without <functional>: that header brings containers
// into every file.
template <class F>
constexpr std::invoke_result_t<F> invoke(F&& f) {
  return std::forward<F>(f)();
}
template <class F, class T>
constexpr std::invoke_result_t<F, T> invoke(F&& f, T&& argument) {
  if constexpr (std::is_member_object_pointer_v<std::remove_cvref_t<F>>) {
    return std::forward<T>(argument).*f;
  } else if constexpr (std::is_member_function_pointer_v<std::remove_cvref_t<F>>) {
    return (std::forward<T>(argument).*f)();
  } else {
    return std::forward<F>(f)(std::forward<T>(argument));
  }
}

// Two storages, not one with constrained special members: GCC 12 does not call a class with those
// trivially copyable, and only trivially copyable results travel in registers.
template <class T, class E>
struct ResultStorage {
  constexpr explicit ResultStorage(E error) noexcept : empty_{}, error_(error) {}
  template <class U>
  constexpr ResultStorage(std::in_place_t, U&& value) noexcept : value_(std::forward<U>(value)) {}

  union {
    char empty_;
    T value_;
  };
  E error_{};
};

template <class T, class E>
  requires(!std::is_trivially_copyable_v<T>)
struct ResultStorage<T, E> {
  constexpr explicit ResultStorage(E error) noexcept : empty_{}, error_(error) {}
  template <class U>
  constexpr ResultStorage(std::in_place_t, U&& value) noexcept : value_(std::forward<U>(value)) {}

  constexpr ResultStorage(const ResultStorage& other) noexcept
    requires std::copy_constructible<T>
      : empty_{}, error_(other.error_) {
    if (error_ == E{}) std::construct_at(std::addressof(value_), other.value_);
  }
  constexpr ResultStorage(ResultStorage&& other) noexcept : empty_{}, error_(other.error_) {
    if (error_ == E{}) std::construct_at(std::addressof(value_), std::move(other.value_));
  }
  constexpr ResultStorage& operator=(ResultStorage&& other) noexcept {
    if (this != &other) {
      std::destroy_at(this);
      std::construct_at(this, std::move(other));
    }
    return *this;
  }
  constexpr ~ResultStorage() {
    if (error_ == E{}) std::destroy_at(std::addressof(value_));
  }

  union {
    char empty_;
    T value_;
  };
  E error_{};
};

}  // namespace detail

/// A value or an error; the interface of std::expected where both have it.
///
/// Ours because std::expected<void, Error> takes two words and is returned in memory; a Result<>
/// is one word in a register, and Result<T> is trivially copyable when T is. Checked access only:
/// value(), * and -> panic on an error, they never read what is not there.
template <class T = void, class E = Error>
class [[nodiscard]] Result : private detail::ResultStorage<T, E> {
  static_assert(std::is_enum_v<E>, "the error of a Result is an enumeration whose zero is success");

  using Storage = detail::ResultStorage<T, E>;
  using Storage::error_;
  using Storage::value_;

 public:
  /// For generic code, as in std::expected.
  using value_type = T;
  /// For generic code, as in std::expected.
  using error_type = E;

  /// A success with the value made of `value`.
  template <class U = T>
    requires(std::constructible_from<T, U &&> && !std::same_as<std::remove_cvref_t<U>, Result>)
  constexpr Result(U&& value) noexcept  // NOLINT: implicit, as std::expected
      : Storage(std::in_place, std::forward<U>(value)) {}

  /// The failure. Its error must not be the enumerator zero: no value would be there.
  constexpr Result(Failure<E> failure) noexcept  // NOLINT: implicit, as std::unexpected
      : Storage(failure.error) {}

  /// Whether there is a value; exactly then error() is the enumerator zero.
  [[nodiscard]] constexpr bool has_value() const noexcept { return error_ == E{}; }
  /// The same as has_value().
  constexpr explicit operator bool() const noexcept { return has_value(); }
  /// The error, or the enumerator zero if there is none.
  [[nodiscard]] constexpr E error() const noexcept { return error_; }

  /// The value; panics with the error's name if there is none.
  [[nodiscard]] constexpr T& value() & noexcept { return check(), value_; }
  /// The same for a constant.
  [[nodiscard]] constexpr const T& value() const& noexcept { return check(), value_; }
  /// The same for a temporary: the value moves out.
  [[nodiscard]] constexpr T&& value() && noexcept { return check(), std::move(value_); }
  /// The value; panics as value() does.
  [[nodiscard]] constexpr T& operator*() & noexcept { return value(); }
  /// The same for a constant.
  [[nodiscard]] constexpr const T& operator*() const& noexcept { return value(); }
  /// The same for a temporary: the value moves out.
  [[nodiscard]] constexpr T&& operator*() && noexcept { return std::move(*this).value(); }
  /// For the value's members; panics as value() does.
  [[nodiscard]] constexpr T* operator->() noexcept { return std::addressof(value()); }
  /// The same for a constant.
  [[nodiscard]] constexpr const T* operator->() const noexcept { return std::addressof(value()); }

  /// The value, or `fallback` if there is none.
  template <class U>
  [[nodiscard]] constexpr T value_or(U&& fallback) const noexcept {
    return has_value() ? value_ : static_cast<T>(std::forward<U>(fallback));
  }

  /// What `f` makes of the value, itself a Result; or this error.
  template <class F>
  constexpr auto and_then(F&& f) && noexcept -> std::invoke_result_t<F, T&&> {
    if (!has_value()) return Failure{error_};
    return detail::invoke(std::forward<F>(f), std::move(value_));
  }

  /// A Result of what `f` makes of the value; or this error.
  template <class F>
  constexpr auto transform(F&& f) && noexcept
      -> Result<std::remove_cv_t<std::invoke_result_t<F, T&&>>, E> {
    if (!has_value()) return Failure{error_};
    if constexpr (std::is_void_v<std::invoke_result_t<F, T&&>>) {
      detail::invoke(std::forward<F>(f), std::move(value_));
      return {};
    } else {
      return detail::invoke(std::forward<F>(f), std::move(value_));
    }
  }

  /// This if it holds a value; or the Result that `f` makes of the error.
  template <class F>
  constexpr Result or_else(F&& f) && noexcept {
    if (has_value()) return std::move(*this);
    return detail::invoke(std::forward<F>(f), error_);
  }

  /// The value; panics with `what`, the error's name and the caller's place if there is none.
  constexpr T or_panic(std::string_view what,
                       std::source_location where = std::source_location::current()) && noexcept {
    if (!has_value()) [[unlikely]]
      panic(what, describe(error_), where);
    return std::move(value_);
  }

  /// Says that neither the value nor the error is of interest here.
  constexpr void ignore() const noexcept {}

 private:
  constexpr void check() const noexcept {
    if (!has_value()) [[unlikely]]
      panic("value() of a Result that holds an error", describe(error_));
  }
};

/// Success or an error, in one word.
template <class E>
class [[nodiscard]] Result<void, E> {
  static_assert(std::is_enum_v<E>, "the error of a Result is an enumeration whose zero is success");

 public:
  /// For generic code, as in std::expected.
  using value_type = void;
  /// For generic code, as in std::expected.
  using error_type = E;

  constexpr Result() noexcept = default;
  /// The failure; one whose error is the enumerator zero is a success.
  constexpr Result(Failure<E> failure) noexcept : error_(failure.error) {}  // NOLINT: implicit

  /// From an error code that may be "no error", as the kernel returns it.
  [[nodiscard]] static constexpr Result from(E code) noexcept { return Result{Failure{code}}; }

  /// Whether this is a success; exactly then error() is the enumerator zero.
  [[nodiscard]] constexpr bool has_value() const noexcept { return error_ == E{}; }
  /// The same as has_value().
  constexpr explicit operator bool() const noexcept { return has_value(); }
  /// The error, or the enumerator zero if there is none.
  [[nodiscard]] constexpr E error() const noexcept { return error_; }

  /// Panics with the error's name unless this is a success.
  constexpr void value() const noexcept {
    if (!has_value()) [[unlikely]]
      panic("value() of a Result that holds an error", describe(error_));
  }

  /// The Result of calling `f` after a success; or this error.
  template <class F>
  constexpr auto and_then(F&& f) const noexcept -> std::invoke_result_t<F> {
    if (!has_value()) return Failure{error_};
    return detail::invoke(std::forward<F>(f));
  }

  /// A Result of what `f` returns after a success; or this error.
  template <class F>
  constexpr auto transform(F&& f) const noexcept
      -> Result<std::remove_cv_t<std::invoke_result_t<F>>, E> {
    if (!has_value()) return Failure{error_};
    if constexpr (std::is_void_v<std::invoke_result_t<F>>) {
      detail::invoke(std::forward<F>(f));
      return {};
    } else {
      return detail::invoke(std::forward<F>(f));
    }
  }

  /// This if it is a success; or the Result that `f` makes of the error.
  template <class F>
  constexpr Result or_else(F&& f) const noexcept {
    if (has_value()) return *this;
    return detail::invoke(std::forward<F>(f), error_);
  }

  /// Panics with `what`, the error's name and the caller's place unless this is a success.
  constexpr void or_panic(
      std::string_view what,
      std::source_location where = std::source_location::current()) const noexcept {
    if (!has_value()) [[unlikely]]
      panic(what, describe(error_), where);
  }

  /// Says that the error, if any, is of no interest here.
  constexpr void ignore() const noexcept {}

 private:
  E error_{};
};

namespace detail {
template <class R>
constexpr auto take(R&& result) noexcept {
  if constexpr (std::is_void_v<typename std::remove_cvref_t<R>::value_type>) {
    return;
  } else {
    return *std::forward<R>(result);
  }
}
}  // namespace detail

}  // namespace sel4

/// The expression behind SEL4_TRY and SEL4_CO_TRY; not for use elsewhere.
#define SEL4_TRY_NAMED_(name, return_keyword, ...)  \
  __extension__({                                   \
    auto name = (__VA_ARGS__);                      \
    if (!name.has_value()) [[unlikely]]             \
      return_keyword ::sel4::Failure{name.error()}; \
    ::sel4::detail::take(::std::move(name));        \
  })
/// Pastes two tokens after expanding them; not for use elsewhere.
#define SEL4_TRY_CAT_(a, b) SEL4_TRY_CAT2_(a, b)
/// The second half of SEL4_TRY_CAT_.
#define SEL4_TRY_CAT2_(a, b) a##b
/// The value of a Result, or a return of its error from the enclosing function, which returns a
/// Result itself. An expression: `const auto endpoint = SEL4_TRY(allocator.create<Endpoint>());`.
/// In a coroutine use SEL4_CO_TRY. Not inside the braces of an aggregate: GCC 12 then does not
/// destroy the members that were made before it.
#define SEL4_TRY(...) SEL4_TRY_NAMED_(SEL4_TRY_CAT_(sel4_try_, __COUNTER__), return, __VA_ARGS__)
/// SEL4_TRY for coroutines: co_returns the error.
#define SEL4_CO_TRY(...) \
  SEL4_TRY_NAMED_(SEL4_TRY_CAT_(sel4_try_, __COUNTER__), co_return, __VA_ARGS__)
