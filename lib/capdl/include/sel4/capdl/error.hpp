// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <expected>
#include <string>
#include <type_traits>
#include <utility>

namespace sel4::capdl {

/// What is wrong with a specification or with what it is packed into, in the order of printing.
/// Host only.
struct Error {
  /// The file or object: "hello.json", "object 3 (tcb_hello)".
  std::string object;
  /// Where in it: a path in JSON, a field, a slot; may be empty.
  std::string place;
  std::string what;
  /// What to do about it; may be empty.
  std::string mend;

  /// "error: <object>: <place>: <what>; <mend>".
  [[nodiscard]] std::string text() const {
    std::string line = "error: " + object;
    if (!place.empty()) line += ": " + place;
    line += ": " + what;
    if (!mend.empty()) line += "; " + mend;
    return line;
  }
};

template <class T = void>
using Outcome = std::expected<T, Error>;

[[nodiscard]] inline std::unexpected<Error> fail(std::string object, std::string place,
                                                 std::string what, std::string mend = {}) {
  return std::unexpected(
      Error{std::move(object), std::move(place), std::move(what), std::move(mend)});
}

namespace detail {

// What SEL4_CAPDL_TRY gives: unlike std::expected's own functions one whose value may be left.
template <class T>
T value_of(std::expected<T, Error>&& outcome) {
  if constexpr (!std::is_void_v<T>) return *std::move(outcome);
}

}  // namespace detail

}  // namespace sel4::capdl

/// The value of an Outcome, or a return with its error from the function around it. Not inside the
/// initialiser of an aggregate: GCC does not destroy the members before it on the way out.
#define SEL4_CAPDL_TRY(...)                                                         \
  __extension__({                                                                   \
    auto outcome_of_try = (__VA_ARGS__);                                            \
    if (!outcome_of_try) return std::unexpected(std::move(outcome_of_try.error())); \
    ::sel4::capdl::detail::value_of(std::move(outcome_of_try));                     \
  })
