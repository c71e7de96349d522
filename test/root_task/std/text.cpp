// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// Numbers as text: charconv, the printf family, fmt.

#include <sel4/test/test.hpp>

#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <string>
#include <vector>

namespace {
template <class T>
std::string text_of(T value, auto... how) {
  char text[64];
  const auto result = std::to_chars(text, text + sizeof text, value, how...);
  return {text, result.ptr};
}
}  // namespace

SEL4_TEST(charconv) {
  SEL4_CHECK_EQ(text_of(-42), "-42");
  SEL4_CHECK_EQ(text_of(255, 16), "ff");
  SEL4_CHECK_EQ(text_of(0.1), "0.1");
  SEL4_CHECK_EQ(text_of(1e300), "1e+300");
  SEL4_CHECK_EQ(text_of(3.14159, std::chars_format::fixed, 2), "3.14");
  const std::string number = "6.02214076e23 left";
  double value = 0;
  const auto result = std::from_chars(number.data(), number.data() + number.size(), value);
  SEL4_CHECK(value == 6.02214076e23);
  SEL4_CHECK(std::string(result.ptr) == " left");
  int integer = 0;
  const std::string large = "99999999999";
  SEL4_CHECK(std::from_chars(large.data(), large.data() + large.size(), integer).ec ==
             std::errc::result_out_of_range);
}

SEL4_TEST(printf_family) {
  char text[64];
  SEL4_CHECK_EQ(std::snprintf(text, sizeof text, "%-5s|%05d|%#x|%.3f", "ab", 42, 255u, 2.0 / 3),
                22);
  SEL4_CHECK_EQ(std::string(text), "ab   |00042|0xff|0.667");
  std::snprintf(text, sizeof text, "%g %e %Lf", 1e-5, 12345.678, 1.25L);
  SEL4_CHECK_EQ(std::string(text), "1e-05 1.234568e+04 1.250000");
  std::printf("printf: %s %d\n", "says", 1);
}

SEL4_TEST(rounding_functions) {
  volatile double value = 2.5;
  SEL4_CHECK_EQ(std::ceil(value), 3.0);
  SEL4_CHECK_EQ(std::floor(-value), -3.0);
}

SEL4_TEST(fmt_formatting) {
  SEL4_CHECK_EQ(fmt::format("{:>6} {:#06x} {:.3f} {}", "ab", 0xbeef, 1.0 / 3, true),
                "    ab 0xbeef 0.333 true");
  SEL4_CHECK_EQ(fmt::format("{}", 0.1), "0.1");
  SEL4_CHECK_EQ(fmt::format("{}", std::vector{1, 2, 3}), "[1, 2, 3]");
  bool caught = false;
  try {
    static_cast<void>(fmt::format(fmt::runtime("{:d}"), "text"));
  } catch (const fmt::format_error&) {
    caught = true;
  }
  SEL4_CHECK(caught);
}
