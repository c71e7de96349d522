// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/symbolize/wire.hpp>

#include <doctest/doctest.h>

using sel4::symbolize::find_backtrace;
using sel4::symbolize::parse_address;

TEST_CASE("addresses") {
  CHECK(parse_address("0x401000") == 0x401000);
  CHECK(parse_address("ffffffffffffffff") == UINT64_MAX);
  CHECK_FALSE(parse_address(""));
  CHECK_FALSE(parse_address("0x"));
  CHECK_FALSE(parse_address("12g"));
  CHECK_FALSE(parse_address("-1"));
  CHECK_FALSE(parse_address("10000000000000000"));
}

// The check of {0x401a2c, 0x4011f0}, computed apart from this program.
constexpr const char* good = "backtrace hello: 0x401a2c 0x4011f0 (2 frames, check 194193b0)";

TEST_CASE("a whole line") {
  const auto trace = find_backtrace(good);
  REQUIRE(trace);
  CHECK(trace->image == "hello");
  CHECK(trace->frames == std::vector<std::uint64_t>{0x401a2c, 0x4011f0});
  CHECK(trace->damage == "");
}

TEST_CASE("text before and behind, and a carriage return") {
  const auto trace = find_backtrace(std::string("core 1> backtrace of: ") + good + "\r\n");
  REQUIRE(trace);
  CHECK(trace->image == "hello");
  CHECK(trace->damage == "");
  CHECK(find_backtrace(std::string(good) + " more")->damage == "");
}

TEST_CASE("damage is named, and what can be read is kept") {
  const auto cut = find_backtrace("backtrace hello: 0x401a2c 0x4011");
  REQUIRE(cut);
  CHECK(cut->frames.size() == 2);
  CHECK(cut->damage == "its end is missing");
  const auto mixed =
      find_backtrace("backtrace hello: 0x401a2c 0x40hello11f0 (2 frames, check 194193b0)");
  REQUIRE(mixed);
  CHECK(mixed->damage == "'0x40hello11f0' is not an address");
  const auto lost = find_backtrace("backtrace hello: 0x401a2c (2 frames, check 194193b0)");
  REQUIRE(lost);
  CHECK(lost->damage == "it says 2 frames, but 1 can be read");
  const auto changed =
      find_backtrace("backtrace hello: 0x401a2c 0x4011f1 (2 frames, check 194193b0)");
  REQUIRE(changed);
  CHECK(changed->damage == "its check does not match: a digit is wrong");
  CHECK(find_backtrace("backtrace hello: 0x401a2c 0x4011f0 (2 fra")->damage ==
        "its end is damaged");
}

TEST_CASE("no frames") {
  const auto trace = find_backtrace("backtrace -: (0 frames, check 811c9dc5)");
  REQUIRE(trace);
  CHECK(trace->frames.empty());
  CHECK(trace->damage == "");
}

TEST_CASE("other lines") {
  CHECK_FALSE(find_backtrace(""));
  CHECK_FALSE(find_backtrace("backtrace "));
  CHECK_FALSE(find_backtrace("backtrace : 0x1"));
  CHECK_FALSE(find_backtrace("no backtrace here: sorry"));
}
