// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/run/line_reader.hpp>
#include <sel4/run/sentinel.hpp>

#include <doctest/doctest.h>
#include <optional>
#include <string>
#include <string_view>

using namespace sel4::run;

namespace {

std::optional<Sentinel> find(std::string_view bytes) {
  ByteSentinels sentinels;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (const auto found = sentinels.push(bytes[i])) {
      CHECK(i + 1 == bytes.size());
      return found;
    }
  }
  return std::nullopt;
}

}  // namespace

TEST_CASE("byte sentinels") {
  CHECK(find("\x01\x10\x06\x04") == Sentinel::pass);
  CHECK(find("\x01\x10\x15\x04") == Sentinel::fail);
  CHECK(find("\x01\x01\x10\x06\x04") == Sentinel::pass);
  CHECK(find("\x01\x10\x01\x10\x15\x04") == Sentinel::fail);
}

TEST_CASE("text in between does not break a byte sentinel") {
  CHECK(find("\x01 hello \x10 w\norld\x06 TEST_FAIL \x04") == Sentinel::pass);
}

TEST_CASE("incomplete or disordered bytes are no sentinel") {
  for (const char* bytes : {"\x10\x06\x04", "\x01\x06\x04", "\x01\x10\x04", "\x01\x10\x06",
                            "\x01\x10\x06\x15\x04", "\x01\x10\x10\x06\x04", "\x06", "\x15"}) {
    CHECK_FALSE(find(bytes).has_value());
  }
}

TEST_CASE("rust-sel4's sentinels") {
  CHECK(find("INDICATE_SUCCESS\x06") == Sentinel::pass);
  CHECK(find("INDICATE_FAILURE\x15") == Sentinel::fail);
  CHECK(find("INDI<other>CATE_SUC\nCESS..\x06") == Sentinel::pass);
  CHECK_FALSE(find("INDICATE_SUCCESS\x15").has_value());
  CHECK_FALSE(find("INDICATE_FAILURE\x06").has_value());
  CHECK_FALSE(find("INDICATE_SUCCES\x06").has_value());
  CHECK_FALSE(find("SUCCESS_INDICATE\x06").has_value());
}

TEST_CASE("letters from long ago do not count") {
  const std::string far = "INDICATE_SUCCESS" + std::string(ByteSentinels::window, '.') + "\x06";
  CHECK_FALSE(find(far).has_value());
  const std::string near =
      "INDICATE_SUCCESS" + std::string(ByteSentinels::window - 16, '.') + "\x06";
  CHECK(find(near) == Sentinel::pass);
}

TEST_CASE("line sentinels are whole lines") {
  CHECK(line_sentinel("TEST_PASS") == Sentinel::pass);
  CHECK(line_sentinel("TEST_FAIL") == Sentinel::fail);
  CHECK(line_sentinel("TEST_PASS  ") == Sentinel::pass);
  for (const char* line :
       {"", "TEST_PASSED", "xTEST_PASS", " TEST_PASS", "TEST_PASS x", "TEST_PAS", "test_pass"}) {
    CHECK_FALSE(line_sentinel(line).has_value());
  }
}

TEST_CASE("lines lose colours and carriage returns") {
  LineReader reader;
  int lines = 0;
  for (const char byte : std::string_view("\x1b[0m\x1b[30;1mTEST\x1b[K_PASS\x1b[0m\r\n")) {
    if (reader.push(byte)) ++lines;
  }
  CHECK(lines == 1);
  CHECK(reader.last() == "TEST_PASS");
}

TEST_CASE("a line without end is cut") {
  LineReader reader;
  std::size_t lines = 0;
  for (std::size_t i = 0; i < 3 * LineReader::limit; ++i) {
    if (reader.push('x')) ++lines;
  }
  CHECK(lines == 3);
  CHECK_FALSE(reader.finish());
}

TEST_CASE("an unfinished escape sequence ends with the line") {
  LineReader reader;
  for (const char byte : std::string_view("\x1b[12\nok")) reader.push(byte);
  CHECK(reader.current() == "ok");
}
