// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/rpc/fields.hpp>

#include <array>
#include <cstdint>
#include <doctest/doctest.h>
#include <vector>

using namespace sel4;
using namespace sel4::rpc::detail;

namespace {

enum class Color : std::uint8_t { red, green };
struct Point {
  std::int16_t x;
  std::int16_t y;
  friend bool operator==(const Point&, const Point&) = default;
};
struct All {
  bool flag;
  std::uint8_t small;
  std::int32_t negative;
  Color color;
  double ratio;
  Point point;
  std::array<char, 10> text;
  std::array<std::uint16_t, 2> pair;
  friend bool operator==(const All&, const All&) = default;
};
struct Nothing {};

static_assert(member_count<Nothing>() == 0 && words_of<Nothing>() == 0);
static_assert(member_count<Point>() == 2 && words_of<Point>() == 2);
static_assert(member_count<All>() == 8 && words_of<All>() == 5 + 2 + 2 + 2);

constexpr All example{.flag = true,
                      .small = 200,
                      .negative = -5,
                      .color = Color::green,
                      .ratio = 1.5,
                      .point = {-1, 2},
                      .text = {"ninechars"},
                      .pair = {7, 65535}};

std::vector<Word> words_for(const All& value) {
  std::vector<Word> words(words_of<All>());
  Word* to = words.data();
  put(value, to);
  CHECK(to == words.data() + words.size());
  return words;
}

bool read(All& value, const std::vector<Word>& words) {
  std::size_t at = 0;
  return take(value, words, at) && at == words.size();
}

}  // namespace

TEST_CASE("what is put is taken again") {
  const auto words = words_for(example);
  CHECK(words[0] == 1);
  CHECK(words[1] == 200);
  CHECK(words[2] == static_cast<Word>(-5));
  CHECK(words[7] == 0x72616863656e696e);
  All value{};
  REQUIRE(read(value, words));
  CHECK(value == example);
}

TEST_CASE("a word that is none of a member's values is refused") {
  // Member, and a word that does not fit it: bool, 8 bits, 32 bits signed, enumeration, 16 bits.
  for (const auto& [at, word] : std::vector<std::pair<std::size_t, Word>>{
           {0, 2}, {1, 256}, {2, Word{1} << 31}, {3, 256}, {5, 32768}, {9, 65536}}) {
    CAPTURE(at);
    auto words = words_for(example);
    words[at] = word;
    All value{};
    CHECK(!read(value, words));
  }
}
