// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include "parse_integer.hpp"

#include <cerrno>
#include <charconv>
#include <limits>
#include <string_view>

namespace sel4::libc {

/// Whether a number that fits no floating-point type, being too large or too small, is too large:
/// by the power that its first digit other than zero stands for.
inline bool too_large(const char* at, const char* end, bool hex) noexcept {
  const char exponent_letter = hex ? 'p' : 'e';
  const long step = hex ? 4 : 1;
  long power = 0;
  bool found = false;
  bool after_point = false;
  for (; at != end && (*at | 0x20) != exponent_letter; ++at) {
    if (*at == '.') {
      after_point = true;
    } else if (!found && *at != '0') {
      found = true;
      if (after_point) power -= step;
    } else if (found != after_point) {
      power += found ? step : -step;
    }
  }
  if (at == end) return power > 0;
  return parse_integer<long>(at + 1, nullptr, 10) > -power;
}

/// strtod and its family, through the C++ library's exact std::from_chars.
template <class T>
T parse_float(const char* text, char** end) noexcept {
  const char* at = text;
  while (is_space(*at)) ++at;
  const bool negative = *at == '-';
  if (*at == '-' || *at == '+') ++at;
  const bool hex = at[0] == '0' && (at[1] | 0x20) == 'x' &&
                   (digit_value(at[2]) < 16 || (at[2] == '.' && digit_value(at[3]) < 16));
  const char* const digits = hex ? at + 2 : at;
  T value = 0;
  const auto result =
      *digits == '-' || *digits == '+'
          ? std::from_chars_result{digits, std::errc::invalid_argument}
          : std::from_chars(digits, digits + std::string_view(digits).size(), value,
                            hex ? std::chars_format::hex : std::chars_format::general);
  if (result.ec == std::errc::invalid_argument) {
    if (end != nullptr) *end = const_cast<char*>(text);
    return 0;
  }
  if (end != nullptr) *end = const_cast<char*>(result.ptr);
  if (result.ec == std::errc::result_out_of_range) {
    errno = ERANGE;
    // Too large or too small: told apart by the first exponent or digit that counts.
    value = too_large(digits, result.ptr, hex) ? std::numeric_limits<T>::infinity() : T{0};
  }
  // A decimal number so small that digits were lost is out of range, too (as glibc has it).
  if (!hex && value != 0 && value < std::numeric_limits<T>::min()) errno = ERANGE;
  return negative ? -value : value;
}

}  // namespace sel4::libc
