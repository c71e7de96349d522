// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <cerrno>
#include <climits>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <doctest/doctest.h>
#include <random>
#include <string>

extern "C" {
long sel4_test_strtol(const char*, char**, int) noexcept;
unsigned long sel4_test_strtoul(const char*, char**, int) noexcept;
long long sel4_test_strtoll(const char*, char**, int) noexcept;
unsigned long long sel4_test_strtoull(const char*, char**, int) noexcept;
int sel4_test_atoi(const char*) noexcept;
double sel4_test_ceil(double) noexcept;
double sel4_test_floor(double) noexcept;
float sel4_test_ceilf(float) noexcept;
float sel4_test_floorf(float) noexcept;
double sel4_test_trunc(double) noexcept;
double sel4_test_strtod(const char*, char**) noexcept;
float sel4_test_strtof(const char*, char**) noexcept;
}

namespace {

/// The same value, rest and errno.
template <class F, class G>
void compare(F* ours, G* theirs, const std::string& text, auto... base) {
  CAPTURE(text);
  char* our_end = nullptr;
  char* their_end = nullptr;
  errno = 0;
  const auto value = ours(text.c_str(), &our_end, base...);
  const int error = errno;
  errno = 0;
  const auto expected = theirs(text.c_str(), &their_end, base...);
  REQUIRE(std::memcmp(&value, &expected, sizeof value) == 0);
  REQUIRE(our_end == their_end);
  REQUIRE(error == errno);
}

bool same(double a, double b) {
  return std::isnan(a) ? std::isnan(b) : a == b && std::signbit(a) == std::signbit(b);
}

}  // namespace

TEST_CASE("integers from text") {
  std::mt19937 generator(1);
  for (int i = 0; i < 50000; ++i) {
    std::string text;
    const char* const alphabet = generator() % 2 == 0 ? "0123456789" : " +-0x18zZfF79";
    const auto letters = std::strlen(alphabet);
    for (auto n = generator() % 24; n != 0; --n) text += alphabet[generator() % letters];
    const int base = static_cast<int>(generator() % 4 == 0 ? 10 : generator() % 37);
    if (base == 1) continue;
    compare(sel4_test_strtol, std::strtol, text, base);
    compare(sel4_test_strtoul, std::strtoul, text, base);
    compare(sel4_test_strtoll, std::strtoll, text, base);
    compare(sel4_test_strtoull, std::strtoull, text, base);
  }
  compare(sel4_test_strtol, std::strtol, std::to_string(LONG_MIN), 10);
  compare(sel4_test_strtol, std::strtol, "-9223372036854775809", 10);
  compare(sel4_test_strtoul, std::strtoul, "18446744073709551615", 10);
  compare(sel4_test_strtoul, std::strtoul, "-18446744073709551615", 10);
  compare(sel4_test_strtol, std::strtol, "0x", 0);
  CHECK(sel4_test_atoi(" -42x") == -42);
  errno = 0;
  CHECK(sel4_test_strtol("1", nullptr, 1) == 0);
  CHECK(errno == EINVAL);
}

TEST_CASE("floating-point numbers from text") {
  std::mt19937_64 generator(2);
  for (const char* text : {"",
                           "-",
                           "1",
                           " +1.5e3x",
                           "1e",
                           "1e+",
                           ".5",
                           ".",
                           "-.5e-2",
                           "1e400",
                           "-1e400",
                           "1e-400",
                           "0e999999999999",
                           "0x1p4",
                           "0x1.8",
                           "0x",
                           "-0x.8p1",
                           "inf",
                           "-infinity",
                           "--1",
                           "+-1",
                           "0.000000000000000000000000001e400",
                           "100000000000000000000000000000e-400",
                           "0x1p5000",
                           "0x1p-5000",

                           "2.2250738585072014e-308",
                           "1.7976931348623157e308"}) {
    compare(sel4_test_strtod, std::strtod, text);
    compare(sel4_test_strtof, std::strtof, text);
  }
  for (int i = 0; i < 20000; ++i) {
    char text[64];
    const std::uint64_t bits = generator();
    double value;
    std::memcpy(&value, &bits, sizeof value);
    if (!std::isfinite(value) || (std::fpclassify(value) == FP_SUBNORMAL)) continue;
    std::snprintf(text, sizeof text, "%.*g", static_cast<int>(generator() % 25), value);
    // glibc reports subnormal results as ERANGE, which C leaves open; this library does not.
    if (std::fpclassify(std::strtod(text, nullptr)) == FP_SUBNORMAL) continue;
    compare(sel4_test_strtod, std::strtod, text);
  }
}

TEST_CASE("rounding") {
  std::mt19937_64 generator(3);
  for (int i = 0; i < 200000; ++i) {
    std::uint64_t bits = generator();
    // Mostly numbers whose fraction matters.
    if (i % 4 != 0) bits = (bits & ~(0x7ffull << 52)) | ((1010 + generator() % 70) << 52);
    double value;
    std::memcpy(&value, &bits, sizeof value);
    const auto single = static_cast<float>(value);
    REQUIRE(same(sel4_test_ceil(value), std::ceil(value)));
    REQUIRE(same(sel4_test_floor(value), std::floor(value)));
    REQUIRE(same(sel4_test_trunc(value), std::trunc(value)));
    REQUIRE(same(sel4_test_ceilf(single), std::ceil(single)));
    REQUIRE(same(sel4_test_floorf(single), std::floor(single)));
  }
  for (const double value : {0.0, -0.0, 0.5, -0.5, 1e300, -1e300, HUGE_VAL, -HUGE_VAL}) {
    CHECK(same(sel4_test_ceil(value), std::ceil(value)));
    CHECK(same(sel4_test_floor(value), std::floor(value)));
    CHECK(same(sel4_test_trunc(value), std::trunc(value)));
  }
}
