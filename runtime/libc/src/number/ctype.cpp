// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// The classes of ASCII characters. C's macros look into a table of glibc's form, the functions too.

#include <array>

namespace {

// Bits of glibc's <ctype.h> on little-endian machines.
enum : unsigned short {
  bit_upper = 1 << 8,
  bit_lower = 1 << 9,
  bit_alpha = 1 << 10,
  bit_digit = 1 << 11,
  bit_hex = 1 << 12,
  bit_space = 1 << 13,
  bit_print = 1 << 14,
  bit_graph = 1 << 15,
  bit_blank = 1 << 0,
  bit_control = 1 << 1,
  bit_punct = 1 << 2,
  bit_alnum = 1 << 3,
};

constexpr unsigned short classify(int c) noexcept {
  unsigned bits = 0;
  const bool upper = c >= 'A' && c <= 'Z';
  const bool lower = c >= 'a' && c <= 'z';
  const bool digit = c >= '0' && c <= '9';
  if (upper) bits |= bit_upper;
  if (lower) bits |= bit_lower;
  if (upper || lower) bits |= bit_alpha;
  if (digit) bits |= bit_digit;
  if (digit || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f')) bits |= bit_hex;
  if (c == ' ' || (c >= '\t' && c <= '\r')) bits |= bit_space;
  if (c >= ' ' && c <= '~') bits |= bit_print;
  if (c > ' ' && c <= '~') bits |= bit_graph;
  if (c == ' ' || c == '\t') bits |= bit_blank;
  if ((c >= 0 && c < ' ') || c == 0x7f) bits |= bit_control;
  if (upper || lower || digit) bits |= bit_alnum;
  if (c > ' ' && c <= '~' && !upper && !lower && !digit) bits |= bit_punct;
  return static_cast<unsigned short>(bits);
}

constexpr int lowest = -128;
constexpr int beyond = 256;

template <class T, class Function>
constexpr auto make_table(Function function) {
  std::array<T, beyond - lowest> table{};
  for (int c = lowest; c < beyond; ++c) table[static_cast<std::size_t>(c - lowest)] = function(c);
  return table;
}

constexpr int to_upper(int c) noexcept { return c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c; }
constexpr int to_lower(int c) noexcept { return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c; }

constexpr auto classes = make_table<unsigned short>(classify);
constexpr auto uppers = make_table<int>(to_upper);
constexpr auto lowers = make_table<int>(to_lower);

constexpr const unsigned short* classes_zero = classes.data() - lowest;
constexpr const int* uppers_zero = uppers.data() - lowest;
constexpr const int* lowers_zero = lowers.data() - lowest;

}  // namespace

extern "C" {
const unsigned short** __ctype_b_loc() noexcept {
  static const unsigned short* table = classes_zero;
  return &table;
}
const int** __ctype_toupper_loc() noexcept {
  static const int* table = uppers_zero;
  return &table;
}
const int** __ctype_tolower_loc() noexcept {
  static const int* table = lowers_zero;
  return &table;
}

int isupper(int c) noexcept { return classify(c) & bit_upper; }
int islower(int c) noexcept { return classify(c) & bit_lower; }
int isalpha(int c) noexcept { return classify(c) & bit_alpha; }
int isdigit(int c) noexcept { return classify(c) & bit_digit; }
int isxdigit(int c) noexcept { return classify(c) & bit_hex; }
int isspace(int c) noexcept { return classify(c) & bit_space; }
int isprint(int c) noexcept { return classify(c) & bit_print; }
int isgraph(int c) noexcept { return classify(c) & bit_graph; }
int isblank(int c) noexcept { return classify(c) & bit_blank; }
int iscntrl(int c) noexcept { return classify(c) & bit_control; }
int ispunct(int c) noexcept { return classify(c) & bit_punct; }
int isalnum(int c) noexcept { return classify(c) & bit_alnum; }
int toupper(int c) noexcept { return to_upper(c); }
int tolower(int c) noexcept { return to_lower(c); }
}
