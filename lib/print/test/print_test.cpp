// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/print.hpp>

#include <cstdint>
#include <doctest/doctest.h>
#include <limits>
#include <string>

namespace {

std::string printed;

void collect(std::string_view text) noexcept { printed += text; }

template <class... Args>
std::string text_of(const Args&... args) {
  printed.clear();
  sel4::PrintSink const previous = sel4::set_print_sink(collect);
  sel4::print(args...);
  sel4::set_print_sink(previous);
  return printed;
}

enum class Colour : unsigned { red, green };
constexpr std::string_view describe(Colour c) { return c == Colour::red ? "red" : "green"; }

enum class Plain : std::uint16_t { all = 0xffff };

struct Selector {
  [[nodiscard]] std::uint64_t bits() const { return 0x1f; }
};

TEST_CASE("text") {
  CHECK(text_of() == "");
  CHECK(text_of("") == "");
  CHECK(text_of("hello", ' ', std::string_view{"world"}, std::string{"!"}) == "hello world!");
  const char* pointer = "pointer";
  CHECK(text_of(pointer) == "pointer");
  CHECK(text_of(std::string_view{"a\0b", 3}) == std::string("a\0b", 3));
}

TEST_CASE("integers of all widths, to their ends") {
  CHECK(text_of(0, ' ', 7u, ' ', -1) == "0 7 -1");
  CHECK(text_of(std::numeric_limits<std::int64_t>::min()) == "-9223372036854775808");
  CHECK(text_of(std::numeric_limits<std::int64_t>::max()) == "9223372036854775807");
  CHECK(text_of(std::numeric_limits<std::uint64_t>::max()) == "18446744073709551615");
  CHECK(text_of(std::int8_t{-128}, ' ', std::uint8_t{255}) == "-128 255");
  CHECK(text_of(std::int16_t{-32768}) == "-32768");
}

TEST_CASE("hexadecimal") {
  using sel4::hex;
  CHECK(text_of(hex(0), ' ', hex(0x1337)) == "0x0 0x1337");
  CHECK(text_of(hex(10, 4), ' ', hex(0x12345, 4)) == "0x000a 0x12345");
  CHECK(text_of(hex(~std::uint64_t{0})) == "0xffffffffffffffff");
  CHECK(text_of(hex(~std::uint64_t{0}, 1000)) == "0xffffffffffffffff");
  CHECK(text_of(hex(1, 1000)) == "0x0000000000000001");
  CHECK(text_of(hex(std::int8_t{-1}), ' ', hex(Plain::all)) == "0xff 0xffff");
}

TEST_CASE("bool, pointers, capability pointers, things with a description") {
  CHECK(text_of(true, ' ', false) == "true false");
  CHECK(text_of(reinterpret_cast<void*>(0x4000)) == "0x4000");
  CHECK(text_of(Selector{}) == "0x1f");
  CHECK(text_of(Colour::green) == "green");
}

TEST_CASE("println ends the line, and the sink comes back") {
  printed.clear();
  const bool was_default = sel4::set_print_sink(collect) == nullptr;
  sel4::println("x = ", 1);
  sel4::println();
  const bool was_collect = sel4::set_print_sink(nullptr) == collect;
  CHECK(was_default);
  CHECK(was_collect);
  CHECK(printed == "x = 1\n\n");
}

TEST_CASE("the iterator prints what is assigned") {
  printed.clear();
  sel4::set_print_sink(collect);
  sel4::PrintIterator out;
  for (const char c : std::string_view{"abc"}) *out++ = c;
  sel4::set_print_sink(nullptr);
  CHECK(printed == "abc");
}

template <class T>
concept CanPrint = requires(const T& value) { sel4::print(value); };
static_assert(!CanPrint<Plain>);
static_assert(!CanPrint<double>);
static_assert(CanPrint<Colour>);

}  // namespace
