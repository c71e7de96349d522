// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/print.hpp>

#include <string_view>
#include <type_traits>
#include <utility>

namespace sel4::test {

/// A place in the source.
struct Where {
  // Evaluated by the compiler, so that no program needs strlen for this.
  /// `file_name` must be a literal: it is kept.
  consteval Where(const char* file_name, unsigned line_number)
      : file(file_name), line(line_number) {}
  /// As the compiler was given it.
  std::string_view file;
  /// Counted from 1.
  unsigned line;
};

/// Marks the running test as failed and begins a line about it. Any thread may call it.
void begin_failure(Where where) noexcept;

/// Marks the running test as failed with a sentence about it.
void report_failure(Where where, std::string_view what) noexcept;

/// Marks the running test as skipped; SEL4_SKIP.
void skip_current(std::string_view reason) noexcept;

namespace detail {

/// What the checks have said about the running test.
struct Progress {
  bool failed;
  bool skipped;
  /// Something was printed on the test's own line.
  bool line_is_broken;
  std::string_view skip_reason;
};
[[nodiscard]] Progress take_progress() noexcept;

template <class T>
concept PlainInteger =
    std::is_integral_v<T> && !std::is_same_v<T, bool> && !std::is_same_v<T, char>;

template <class A, class B>
constexpr bool equal(const A& a, const B& b) {
  if constexpr (PlainInteger<A> && PlainInteger<B>) {
    return std::cmp_equal(a, b);
  } else {
    return static_cast<bool>(a == b);
  }
}

template <class T>
void print_operand(const T& value) noexcept {
  if constexpr (PlainInteger<T> && std::is_unsigned_v<T>) {
    print(value);
    if (value > 9) print(" (", hex(value), ')');
  } else if constexpr (requires { print(value); }) {
    print(value);
  } else if constexpr (std::is_enum_v<T>) {
    print_operand(static_cast<std::underlying_type_t<T>>(value));
  } else {
    print("(a value that cannot be printed)");
  }
}

inline bool check(bool condition, std::string_view text, Where where) noexcept {
  if (!condition) [[unlikely]]
    report_failure(where, text);
  return condition;
}

template <class A, class B>
bool check_equality(bool wanted, const A& a, const B& b, std::string_view text, Where where) {
  if (equal(a, b) == wanted) return true;
  begin_failure(where);
  print(text, " (left: ");
  print_operand(a);
  print(", right: ");
  print_operand(b);
  print(")\n");
  return false;
}

template <class Result>
bool check_ok(const Result& result, std::string_view text, Where where) {
  if (result.has_value()) return true;
  begin_failure(where);
  print(text, ": ");
  print_operand(result.error());
  print('\n');
  return false;
}

}  // namespace detail
}  // namespace sel4::test

/// The place where a check stands. For the macros below.
#define SEL4_TEST_WHERE_ \
  ::sel4::test::Where { __FILE__, __LINE__ }

/// Checks: a failed one fails the test, which goes on.
#define SEL4_CHECK(...) \
  static_cast<void>(    \
      ::sel4::test::detail::check(static_cast<bool>(__VA_ARGS__), #__VA_ARGS__, SEL4_TEST_WHERE_))
/// Two values are equal; on failure both are printed. Integers of different types are compared by
/// value.
#define SEL4_CHECK_EQ(a, b) \
  static_cast<void>(        \
      ::sel4::test::detail::check_equality(true, a, b, #a " == " #b, SEL4_TEST_WHERE_))
/// Two values are not equal; otherwise as SEL4_CHECK_EQ().
#define SEL4_CHECK_NE(a, b) \
  static_cast<void>(        \
      ::sel4::test::detail::check_equality(false, a, b, #a " != " #b, SEL4_TEST_WHERE_))
/// A Result is a success; on failure its error is printed.
#define SEL4_CHECK_OK(...) \
  static_cast<void>(::sel4::test::detail::check_ok(__VA_ARGS__, #__VA_ARGS__, SEL4_TEST_WHERE_))

/// The same, but a failed one also returns from the enclosing function, which returns void: the
/// test's body (or a helper, which then must be followed by a check of its own).
#define SEL4_REQUIRE(...)                                                          \
  do {                                                                             \
    if (!::sel4::test::detail::check(static_cast<bool>(__VA_ARGS__), #__VA_ARGS__, \
                                     SEL4_TEST_WHERE_))                            \
      return;                                                                      \
  } while (false)
/// SEL4_CHECK_EQ(), which returns as SEL4_REQUIRE() does.
#define SEL4_REQUIRE_EQ(a, b)                                                                      \
  do {                                                                                             \
    if (!::sel4::test::detail::check_equality(true, a, b, #a " == " #b, SEL4_TEST_WHERE_)) return; \
  } while (false)
/// SEL4_CHECK_OK(), which returns as SEL4_REQUIRE() does.
#define SEL4_REQUIRE_OK(...)                                                                  \
  do {                                                                                        \
    if (!::sel4::test::detail::check_ok(__VA_ARGS__, #__VA_ARGS__, SEL4_TEST_WHERE_)) return; \
  } while (false)
/// Fails the test with a sentence; the test goes on.
#define SEL4_FAIL(what) ::sel4::test::report_failure(SEL4_TEST_WHERE_, what)
/// Skips the rest of the test, for a reason that shows only at run time.
#define SEL4_SKIP(reason)               \
  do {                                  \
    ::sel4::test::skip_current(reason); \
    return;                             \
  } while (false)
