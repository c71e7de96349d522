// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/run/script.hpp>

#include <doctest/doctest.h>

using namespace sel4::run;

TEST_CASE("unescape") {
  CHECK(unescape("a\\n\\r\\t\\\\\\x41z").value() == "a\n\r\t\\Az");
  CHECK(unescape("\\0").value() == std::string(1, '\0'));
  CHECK(unescape("").value().empty());
  for (const char* bad : {"\\", "\\q", "\\x", "\\x4", "\\xzz", "\\x4 "}) {
    CHECK_FALSE(unescape(bad).has_value());
  }
}

TEST_CASE("expectations match in any order") {
  Expectations expectations;
  CHECK_FALSE(expectations.missing().has_value());
  REQUIRE(expectations.add("badge = 0x[0-9a-f]+"));
  REQUIRE(expectations.add("^hello$"));
  expectations.observe("say hello");
  CHECK(expectations.missing() == "badge = 0x[0-9a-f]+");
  expectations.observe("hello");
  expectations.observe("got badge = 0x1337");
  CHECK_FALSE(expectations.missing().has_value());
}

TEST_CASE("a bad expression is an error") {
  Expectations expectations;
  const auto result = expectations.add("a(");
  REQUIRE_FALSE(result);
  CHECK(result.error().find("'a('") != std::string::npos);
}

TEST_CASE("input is sent once, in order") {
  InputScript script;
  REQUIRE(script.add("one\\n", "ready"));
  REQUIRE(script.add("two", "one"));
  CHECK(script.waiting_for() == "ready");
  CHECK(script.observe("one").empty());
  CHECK(script.observe("ready> ") == "one\n");
  CHECK(script.observe("ready> ").empty());
  CHECK(script.observe("one") == "two");
  CHECK_FALSE(script.waiting_for().has_value());
  CHECK(script.observe("one").empty());
}
