// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// The printf family against the host's.

#include <climits>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <doctest/doctest.h>
#include <random>
#include <string>

extern "C" int sel4_test_snprintf(char*, std::size_t, const char*, ...) noexcept;

namespace {

std::mt19937_64 random_source(4);

template <class... Arguments>
void compare_printf(const std::string& format, Arguments... arguments) {
  static char ours[12000];
  static char theirs[12000];
  const int our_count = sel4_test_snprintf(ours, sizeof ours, format.c_str(), arguments...);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
#pragma GCC diagnostic ignored "-Wformat-security"
  const int their_count = std::snprintf(theirs, sizeof theirs, format.c_str(), arguments...);
#pragma GCC diagnostic pop
  CAPTURE(format);
  REQUIRE(std::string(ours) == theirs);
  REQUIRE(our_count == their_count);
}

std::string random_flags(const char* allowed) {
  std::string flags;
  for (; *allowed != '\0'; ++allowed) {
    if (random_source() % 3 == 0) flags += *allowed;
  }
  return flags;
}

std::string random_width() {
  return random_source() % 2 == 0 ? "" : std::to_string(1 + random_source() % 30);
}

std::string random_precision(unsigned most) {
  switch (random_source() % 4) {
    case 0:
      return "." + std::to_string(random_source() % most);
    case 1:
      return ".";
    default:
      return "";
  }
}

double random_double() {
  switch (random_source() % 5) {
    case 0: {
      const std::uint64_t bits = random_source();
      double value;
      std::memcpy(&value, &bits, sizeof value);
      return value;
    }
    case 1:
      return static_cast<double>(random_source() % 100000) / 8.0;  // ties
    case 2:
      return -std::ldexp(1.0, static_cast<int>(random_source() % 2000) - 1000);
    case 3:
      return static_cast<double>(random_source() % 1000) / 1000.0;
    default:
      return std::pow(10.0, static_cast<double>(random_source() % 40) - 20) *
             (random_source() % 2 == 0 ? 1 : 0.9999999999999999);
  }
}

}  // namespace

TEST_CASE("integers") {
  for (int i = 0; i < 40000; ++i) {
    const std::uint64_t value = random_source() >> (random_source() % 64);
    const std::string shape = random_width() + random_precision(25);
    const std::string flags = random_flags("-+ 0");
    const std::string bare = random_flags("-0");
    const std::string hash = random_flags("-#0");
    compare_printf("<%" + flags + shape + "d>", static_cast<int>(value));
    compare_printf("<%" + flags + shape + "ld>", static_cast<long>(value));
    compare_printf("<%" + flags + shape + "hhi>", static_cast<int>(value));
    compare_printf("<%" + flags + shape + "hd>", static_cast<int>(value));
    compare_printf("<%" + bare + shape + "u>", static_cast<unsigned>(value));
    compare_printf("<%" + hash + shape + "x>", static_cast<unsigned>(value));
    compare_printf("<%" + hash + shape + "llX>", static_cast<unsigned long long>(value));
    compare_printf("<%" + hash + shape + "zo>", static_cast<std::size_t>(value));
    compare_printf("<%" + bare + shape + "hhu>", static_cast<unsigned>(value));
  }
  compare_printf("%d %d %ld", INT_MIN, INT_MAX, LONG_MIN);
}

TEST_CASE("text, characters, pointers, and a plain percent sign") {
  compare_printf("");
  compare_printf("plain");
  compare_printf("100%% %c%c|%3c|%-3c|", 'a', 0x80, 'b', 'c');
  compare_printf("%s|%5s|%-5s|%.2s|%.0s|%5.1s", "abc", "abc", "abc", "abc", "abc", "abc");
  compare_printf("%p %p %20p %-20p|", static_cast<void*>(nullptr), reinterpret_cast<void*>(0x1234),
                 reinterpret_cast<void*>(0xffff'ffff'ffff'ffff), reinterpret_cast<void*>(1));
  compare_printf("%*d|%-*d|%*d|%.*f|%.*s", 5, 1, 5, 2, -5, 3, 2, 1.5, -1, "all");
  CHECK([] {
    char text[16];
    const char unterminated[3] = {'a', 'b', 'c'};
    return sel4_test_snprintf(text, sizeof text, "%.3s", unterminated) == 3 &&
           std::string(text) == "abc";
  }());
}

TEST_CASE("%n counts") {
  char text[32];
  int count = 0;
  long longer = 0;
  CHECK(sel4_test_snprintf(text, sizeof text, "abc%n de%lnf", &count, &longer) == 7);
  CHECK(count == 3);
  CHECK(longer == 6);
}

TEST_CASE("the buffer's end") {
  char text[8] = "xxxxxxx";
  CHECK(sel4_test_snprintf(text, 4, "%s", "abcdef") == 6);
  CHECK(std::string(text) == "abc");
  CHECK(text[4] == 'x');
  CHECK(sel4_test_snprintf(text, 0, "%d", 12345) == 5);
  CHECK(text[0] == 'a');
  CHECK(sel4_test_snprintf(nullptr, 0, "%100d", 1) == 100);
}

TEST_CASE("formats that are none") {
  char text[64];
  for (const char* format :
       {"%", "%l", "%k", "%99999999999d", "%.99999999999d", "%lc", "%ls", "%1$d"}) {
    CAPTURE(format);
    CHECK(sel4_test_snprintf(text, sizeof text, format, 1) == -1);
  }
}

TEST_CASE("floating-point numbers") {
  for (int i = 0; i < 40000; ++i) {
    const double value = random_double();
    const std::string flags = random_flags("-+ #0");
    const std::string shape = random_width() + random_precision(40);
    CAPTURE(value);
    for (const char conversion : {'f', 'e', 'g', 'F', 'E', 'G'}) {
      // glibc 2.36 loses the zeros that '#' keeps where rounding carries into a new digit.
      if ((conversion | 0x20) == 'g' && flags.contains('#')) continue;
      compare_printf("<%" + flags + shape + conversion + ">", value);
    }
    if (std::fpclassify(value) != FP_SUBNORMAL) compare_printf("<%" + flags + shape + "a>", value);
  }
  for (const double value : {0.0, -0.0, 0.5, 1.5, 2.5, 9.995, 99999.5, 0.0001, 0.00001, 1e15, 1e300,
                             5e-324, 1.7976931348623157e308, HUGE_VAL, -HUGE_VAL, std::nan("")}) {
    for (const char* format : {"%f", "%e", "%g", "%.0f", "%#.0f", "%.0e", "%#g", "%010.2f",
                               "%-12gx", "%+g", "%A", "%.1100f", "%.800e", "%.1100g", "%.0g"}) {
      CAPTURE(value);
      if (format[1] == 'A' && std::fpclassify(value) == FP_SUBNORMAL) continue;
      compare_printf(format, value);
    }
  }
}

TEST_CASE("long double") {
  for (int i = 0; i < 5000; ++i) {
    const long double value = std::ldexp(static_cast<long double>(random_source()),
                                         static_cast<int>(random_source() % 400) - 230) *
                              (random_source() % 2 == 0 ? 1 : -1);
    const std::string shape = random_width() + random_precision(60);
    for (const char conversion : {'f', 'e', 'g'})
      compare_printf("<%" + shape + "L" + conversion + ">", value);
  }
  for (const long double value :
       {1.18973149535723176502e+4932L, 3.64519953188247460253e-4951L, 0.0L, -1.0L}) {
    compare_printf("%Lf", value);
    compare_printf("%Lg", value);
    compare_printf("%.5000Le", value);
  }
}

TEST_CASE("rounding that carries into a new digit keeps the zeros of #") {
  char text[32];
  CHECK(sel4_test_snprintf(text, sizeof text, "%#g", 999999.5) == 11);
  CHECK(std::string(text) == "1.00000e+06");
}
