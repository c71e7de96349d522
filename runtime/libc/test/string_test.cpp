// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// The memory and string functions against the host's, over random input.

#include <cstring>
#include <doctest/doctest.h>
#include <random>
#include <string>
#include <vector>

extern "C" {
int sel4_test_bcmp(const void*, const void*, std::size_t) noexcept;
void* sel4_test_memchr(const void*, int, std::size_t) noexcept;
int sel4_test_memcmp(const void*, const void*, std::size_t) noexcept;
void* sel4_test_memcpy(void*, const void*, std::size_t) noexcept;
void* sel4_test_memmove(void*, const void*, std::size_t) noexcept;
void* sel4_test_memset(void*, int, std::size_t) noexcept;
char* sel4_test_strcat(char*, const char*) noexcept;
char* sel4_test_strchr(const char*, int) noexcept;
int sel4_test_strcmp(const char*, const char*) noexcept;
char* sel4_test_strcpy(char*, const char*) noexcept;
std::size_t sel4_test_strcspn(const char*, const char*) noexcept;
char* sel4_test_strerror(int) noexcept;
std::size_t sel4_test_strlen(const char*) noexcept;
int sel4_test_strncmp(const char*, const char*, std::size_t) noexcept;
char* sel4_test_strncpy(char*, const char*, std::size_t) noexcept;
std::size_t sel4_test_strnlen(const char*, std::size_t) noexcept;
char* sel4_test_strrchr(const char*, int) noexcept;
std::size_t sel4_test_strspn(const char*, const char*) noexcept;
char* sel4_test_strstr(const char*, const char*) noexcept;
}

namespace {

std::mt19937 generator(12345);

std::size_t below(std::size_t limit) { return generator() % limit; }

using Bytes = std::vector<unsigned char>;

Bytes random_bytes(std::size_t size) {
  Bytes bytes(size);
  for (unsigned char& byte : bytes) byte = static_cast<unsigned char>(generator());
  return bytes;
}

/// Text of few letters, so that parts of it repeat, in exactly as much memory as it needs.
std::string random_text(std::size_t most) {
  std::string text(below(most + 1), ' ');
  for (char& c : text) c = "ab\x80"[below(3)];
  return text;
}

int sign(int value) { return (value > 0) - (value < 0); }

}  // namespace

TEST_CASE("memcpy") {
  for (int i = 0; i < 20000; ++i) {
    const Bytes from = random_bytes(1 + below(200));
    const std::size_t source = below(from.size() + 1);
    const std::size_t count = below(from.size() - source + 1);
    Bytes ours = random_bytes(count + 1 + below(20));
    Bytes theirs = ours;
    const std::size_t to = below(ours.size() - count + 1);
    CHECK(sel4_test_memcpy(ours.data() + to, from.data() + source, count) == ours.data() + to);
    std::memcpy(theirs.data() + to, from.data() + source, count);
    REQUIRE(ours == theirs);
  }
}

TEST_CASE("memmove, overlapping in both directions") {
  for (int i = 0; i < 20000; ++i) {
    Bytes ours = random_bytes(1 + below(150));
    Bytes theirs = ours;
    const std::size_t count = below(ours.size());
    const std::size_t from = below(ours.size() - count + 1);
    const std::size_t to = below(ours.size() - count + 1);
    CHECK(sel4_test_memmove(ours.data() + to, ours.data() + from, count) == ours.data() + to);
    std::memmove(theirs.data() + to, theirs.data() + from, count);
    REQUIRE(ours == theirs);
  }
}

TEST_CASE("memset") {
  for (int i = 0; i < 10000; ++i) {
    Bytes ours = random_bytes(1 + below(150));
    Bytes theirs = ours;
    const std::size_t count = below(ours.size());
    const std::size_t to = below(ours.size() - count + 1);
    const int value = static_cast<int>(generator());
    CHECK(sel4_test_memset(ours.data() + to, value, count) == ours.data() + to);
    std::memset(theirs.data() + to, value, count);
    REQUIRE(ours == theirs);
  }
}

TEST_CASE("memcmp, bcmp and memchr") {
  for (int i = 0; i < 20000; ++i) {
    Bytes a = random_bytes(1 + below(80));
    Bytes padding = random_bytes(below(9));
    Bytes b = padding;
    b.insert(b.end(), a.begin(), a.end());
    if (below(2) == 0) b[padding.size() + below(a.size())] = 7;
    const unsigned char* const second = b.data() + padding.size();
    const int expected = sign(std::memcmp(a.data(), second, a.size()));
    REQUIRE(sign(sel4_test_memcmp(a.data(), second, a.size())) == expected);
    REQUIRE((sel4_test_bcmp(a.data(), second, a.size()) != 0) == (expected != 0));
    const int wanted = below(2) == 0 ? a[below(a.size())] : static_cast<int>(below(1000));
    REQUIRE(sel4_test_memchr(a.data(), wanted, a.size()) ==
            std::memchr(a.data(), wanted, a.size()));
  }
}

TEST_CASE("functions that look at text") {
  for (int i = 0; i < 20000; ++i) {
    const std::string a = random_text(12);
    const std::string b = random_text(12);
    const std::string few = random_text(2);
    const std::size_t n = below(14);
    const int c = "abc\x80\0"[below(5)];
    REQUIRE(sel4_test_strlen(a.c_str()) == a.size());
    REQUIRE(sel4_test_strnlen(a.c_str(), n) == std::min(n, a.size()));
    REQUIRE(sign(sel4_test_strcmp(a.c_str(), b.c_str())) ==
            sign(std::strcmp(a.c_str(), b.c_str())));
    REQUIRE(sign(sel4_test_strncmp(a.c_str(), b.c_str(), n)) ==
            sign(std::strncmp(a.c_str(), b.c_str(), n)));
    REQUIRE(sel4_test_strchr(a.c_str(), c) == std::strchr(a.c_str(), c));
    REQUIRE(sel4_test_strrchr(a.c_str(), c) == std::strrchr(a.c_str(), c));
    REQUIRE(sel4_test_strstr(a.c_str(), few.c_str()) == std::strstr(a.c_str(), few.c_str()));
    REQUIRE(sel4_test_strspn(a.c_str(), few.c_str()) == std::strspn(a.c_str(), few.c_str()));
    REQUIRE(sel4_test_strcspn(a.c_str(), few.c_str()) == std::strcspn(a.c_str(), few.c_str()));
  }
}

TEST_CASE("functions that copy text") {
  for (int i = 0; i < 5000; ++i) {
    const std::string a = random_text(12);
    const std::string b = random_text(12);
    char ours[32] = "0123456789012345678901234567890";
    char theirs[32] = "0123456789012345678901234567890";
    CHECK(sel4_test_strcpy(ours, a.c_str()) == ours);
    std::strcpy(theirs, a.c_str());
    CHECK(sel4_test_strcat(ours, b.c_str()) == ours);
    std::strcat(theirs, b.c_str());
    REQUIRE(std::memcmp(ours, theirs, sizeof ours) == 0);
    const std::size_t n = below(20);
    CHECK(sel4_test_strncpy(ours, b.c_str(), n) == ours);
    std::memset(theirs, 0, n);
    std::memcpy(theirs, b.data(), std::min(n, b.size()));
    REQUIRE(std::memcmp(ours, theirs, sizeof ours) == 0);
  }
}

TEST_CASE("strerror says what the host says") {
  for (const int number : {0, 1, 2, 5, 11, 12, 22, 34, 38, 110, 125}) {
    CHECK(std::string(sel4_test_strerror(number)) == std::strerror(number));
  }
  CHECK(std::string(sel4_test_strerror(9999)) == "Unknown error 9999");
  CHECK(std::string(sel4_test_strerror(-3)) == "Unknown error -3");
  CHECK(std::string(sel4_test_strerror(-2147483647 - 1)) == "Unknown error -2147483648");
}
