// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <cerrno>
#include <limits>
#include <type_traits>

namespace sel4::libc {

inline bool is_space(char c) noexcept { return c == ' ' || (c >= '\t' && c <= '\r'); }

inline int digit_value(char c) noexcept {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'z') return c - 'a' + 10;
  if (c >= 'A' && c <= 'Z') return c - 'A' + 10;
  return 99;
}

/// strtol and its family for the type T.
template <class T>
T parse_integer(const char* text, char** end, int base) noexcept {
  using Unsigned = std::make_unsigned_t<T>;
  if (end != nullptr) *end = const_cast<char*>(text);
  if (base != 0 && (base < 2 || base > 36)) {
    errno = EINVAL;
    return 0;
  }
  const char* at = text;
  while (is_space(*at)) ++at;
  const bool negative = *at == '-';
  if (*at == '-' || *at == '+') ++at;
  const bool prefix = at[0] == '0' && (at[1] | 0x20) == 'x' && digit_value(at[2]) < 16;
  if (base == 0) base = prefix ? 16 : *at == '0' ? 8 : 10;
  if (base == 16 && prefix) at += 2;
  Unsigned value = 0;
  bool overflow = false;
  bool any = false;
  for (; digit_value(*at) < base; ++at) {
    any = true;
    overflow = __builtin_mul_overflow(value, static_cast<Unsigned>(base), &value) || overflow;
    overflow =
        __builtin_add_overflow(value, static_cast<Unsigned>(digit_value(*at)), &value) || overflow;
  }
  if (any && end != nullptr) *end = const_cast<char*>(at);
  using Limits = std::numeric_limits<T>;
  if constexpr (std::is_signed_v<T>) {
    const Unsigned limit = static_cast<Unsigned>(Limits::max()) + (negative ? 1u : 0u);
    if (overflow || value > limit) {
      errno = ERANGE;
      return negative ? Limits::min() : Limits::max();
    }
  } else if (overflow) {
    errno = ERANGE;
    return Limits::max();
  }
  return static_cast<T>(negative ? Unsigned{0} - value : value);
}

}  // namespace sel4::libc
