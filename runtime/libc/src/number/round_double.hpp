// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <bit>
#include <cstdint>

namespace sel4::libc {

/// The number without what follows the point, with its sign (also of zero).
inline double cut_fraction(double value) noexcept {
  constexpr int fraction_bits = 52;
  const auto bits = std::bit_cast<std::uint64_t>(value);
  const int exponent = static_cast<int>((bits >> fraction_bits) & 0x7ff) - 1023;
  if (exponent >= fraction_bits) return value;  // whole, infinite or not a number
  if (exponent < 0) return std::bit_cast<double>(bits & (std::uint64_t{1} << 63));
  return std::bit_cast<double>(bits & ~((std::uint64_t{1} << (fraction_bits - exponent)) - 1));
}

}  // namespace sel4::libc
