// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/base/result.hpp>

#include <doctest/doctest.h>
#include <memory>
#include <string_view>

namespace {

enum class Problem : unsigned { none, small, large };
constexpr std::string_view describe(Problem p) { return p == Problem::small ? "small" : "large"; }

template <class T = void>
using R = sel4::Result<T, Problem>;

static_assert(sizeof(R<>) == sizeof(Problem));
static_assert(std::is_trivially_copyable_v<R<int>>);
static_assert(std::is_trivially_copyable_v<R<>>);
static_assert(!std::is_copy_constructible_v<R<std::unique_ptr<int>>>);

R<int> half(int value) {
  if (value % 2 != 0) return sel4::Failure{Problem::small};
  return value / 2;
}

R<int> quarter(int value) { return SEL4_TRY(half(SEL4_TRY(half(value)))); }

R<> check(int value) {
  SEL4_TRY(half(value));
  return {};
}

TEST_CASE("a value comes back, an error comes back") {
  CHECK(half(8).value() == 4);
  CHECK(half(7).error() == Problem::small);
  CHECK(half(7).value_or(-1) == -1);
}

TEST_CASE("SEL4_TRY returns the error of the enclosing function") {
  CHECK(quarter(8).value() == 2);
  CHECK(quarter(6).error() == Problem::small);
  CHECK(check(4).has_value());
  CHECK(check(5).error() == Problem::small);
}

TEST_CASE("the monadic members chain") {
  CHECK(half(8).and_then(half).transform([](int v) { return v + 1; }).value() == 3);
  CHECK(half(3).or_else([](Problem) -> R<int> { return 9; }).value() == 9);
  CHECK(check(5).or_else([](Problem) { return R<>{}; }).has_value());
}

TEST_CASE("a move-only value is destroyed once and moves out") {
  auto shared = std::make_shared<int>(1);
  {
    R<std::unique_ptr<std::shared_ptr<int>>> r = std::make_unique<std::shared_ptr<int>>(shared);
    CHECK(shared.use_count() == 2);
    auto moved = std::move(r);
    CHECK(moved.has_value());
    CHECK(shared.use_count() == 2);
  }
  CHECK(shared.use_count() == 1);
}

}  // namespace
