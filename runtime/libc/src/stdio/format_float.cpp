// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// Floating-point output, exact: the number's bits become a decimal number of arbitrary length, base
// 10^9, and that is rounded once, to nearest, ties to even.

#include "format.hpp"

#include <bit>
#include <cstdint>
#include <limits>
#include <span>

namespace sel4::libc {
namespace {

__extension__ using Mantissa = unsigned __int128;

constexpr std::uint32_t base = 1'000'000'000;
constexpr int base_digits = 9;

/// A number taken apart: mantissa * 2^exponent.
struct Parts {
  bool negative;
  bool infinite;
  bool nan;
  Mantissa mantissa;
  int exponent;
};

/// Places of base 10^9 that a type's largest and smallest values need, one for a carry.
template <class T>
constexpr std::size_t places =
    (static_cast<std::size_t>(std::numeric_limits<T>::max_exponent) * 302 / 1000 + 1) /
        base_digits +
    (static_cast<std::size_t>(std::numeric_limits<T>::digits -
                              std::numeric_limits<T>::min_exponent) +
     base_digits) /
        base_digits +
    4;

/// An unsigned decimal number with places before and after the point, in memory lent by the caller.
class Decimal {
 public:
  /// `memory`: places; the point stands after the first `whole` of them.
  Decimal(std::span<std::uint32_t> memory, std::size_t whole) noexcept
      : place_(memory), first_(whole), last_(whole), point_(whole) {}

  void assign(Mantissa mantissa, int exponent) noexcept {
    while (mantissa != 0) {
      place_[--first_] = static_cast<std::uint32_t>(mantissa % base);
      mantissa /= base;
    }
    for (; exponent > 0; exponent -= exponent < 29 ? exponent : 29) {
      shift_left(exponent < 29 ? exponent : 29);
    }
    for (; exponent < 0; exponent += -exponent < 9 ? -exponent : 9) {
      shift_right(-exponent < 9 ? -exponent : 9);
    }
    trim_front();
  }

  /// The digit that stands for 10^power.
  [[nodiscard]] unsigned digit(int power) const noexcept {
    const int group =
        power >= 0 ? power / base_digits : -((-power + base_digits - 1) / base_digits);
    const long index = static_cast<long>(point_) - 1 - group;
    if (index < static_cast<long>(first_) || index >= static_cast<long>(last_)) return 0;
    std::uint32_t value = place_[static_cast<std::size_t>(index)];
    for (int i = power - group * base_digits; i > 0; --i) value /= 10;
    return value % 10;
  }

  /// The power of ten of the first digit that is not zero; 0 for the number zero.
  [[nodiscard]] int leading_power() const noexcept {
    for (std::size_t i = first_; i < last_; ++i) {
      if (place_[i] == 0) continue;
      int power = (static_cast<int>(point_) - 1 - static_cast<int>(i)) * base_digits;
      for (std::uint32_t value = place_[i]; value >= 10; value /= 10) ++power;
      return power;
    }
    return 0;
  }

  /// The power of ten of the last digit that is stored.
  [[nodiscard]] int last_power() const noexcept {
    return (static_cast<int>(point_) - static_cast<int>(last_)) * base_digits;
  }

  /// Rounds so that the digit of 10^power is the last one.
  void round(int power) noexcept {
    if (power <= last_power()) return;
    const unsigned next = digit(power - 1);
    bool up = next > 5;
    if (next == 5) up = any_below(power - 1) || digit(power) % 2 == 1;
    clear_below(power);
    if (up) add(power);
  }

 private:
  void shift_left(int bits) noexcept {
    std::uint64_t carry = 0;
    for (std::size_t i = last_; i-- > first_;) {
      const std::uint64_t value = (std::uint64_t{place_[i]} << bits) + carry;
      place_[i] = static_cast<std::uint32_t>(value % base);
      carry = value / base;
    }
    if (carry != 0) place_[--first_] = static_cast<std::uint32_t>(carry);
  }

  void shift_right(int bits) noexcept {
    std::uint32_t carry = 0;
    for (std::size_t i = first_; i < last_; ++i) {
      const std::uint32_t value = place_[i];
      place_[i] = (value >> bits) + carry;
      // base is divisible by 2^9, so that nothing is lost.
      carry = (base >> bits) * (value & ((1u << bits) - 1));
    }
    if (carry != 0) place_[last_++] = carry;
    trim_front();
  }

  void trim_front() noexcept {
    while (first_ < last_ && first_ < point_ && place_[first_] == 0) ++first_;
  }

  [[nodiscard]] bool any_below(int power) const noexcept {
    for (int p = power - 1; p >= last_power(); --p) {
      if (digit(p) != 0) return true;
    }
    return false;
  }

  void clear_below(int power) noexcept {
    const int group =
        power >= 0 ? power / base_digits : -((-power + base_digits - 1) / base_digits);
    const long index = static_cast<long>(point_) - 1 - group;
    std::uint32_t unit = 1;
    for (int i = power - group * base_digits; i > 0; --i) unit *= 10;
    if (index < static_cast<long>(first_)) {
      first_ = last_ = point_;
      return;
    }
    auto at = static_cast<std::size_t>(index);
    place_[at] -= place_[at] % unit;
    while (++at < last_) place_[at] = 0;
  }

  void add(int power) noexcept {
    const int group =
        power >= 0 ? power / base_digits : -((-power + base_digits - 1) / base_digits);
    auto at = static_cast<std::size_t>(static_cast<long>(point_) - 1 - group);
    std::uint32_t unit = 1;
    for (int i = power - group * base_digits; i > 0; --i) unit *= 10;
    while (first_ > at) place_[--first_] = 0;
    if (last_ <= at) {
      while (last_ <= at) place_[last_++] = 0;
    }
    place_[at] += unit;
    while (place_[at] >= base) {
      place_[at] -= base;
      if (at == first_) place_[--first_] = 0;
      ++place_[--at];
    }
  }

  std::span<std::uint32_t> place_;
  std::size_t first_;
  std::size_t last_;
  std::size_t point_;
};

std::string_view sign_of(const Spec& spec, bool negative) noexcept {
  return negative ? "-" : spec.plus ? "+" : spec.space ? " " : "";
}

bool upper(const Spec& spec) noexcept { return spec.conversion < 'a'; }

/// The pieces of a number with a fixed number of digits, written twice: to be measured, and out.
template <class Emit>
void emit_fixed(const Decimal& decimal, int leading, int precision, bool point,
                Emit emit) noexcept {
  for (int power = leading > 0 ? leading : 0; power >= 0; --power) {
    emit(static_cast<char>('0' + decimal.digit(power)));
  }
  if (point) emit('.');
  for (int power = -1; power >= -precision; --power) {
    emit(static_cast<char>('0' + decimal.digit(power)));
  }
}

template <class Emit>
void emit_scientific(const Decimal& decimal, int leading, int precision, bool point, char letter,
                     Emit emit) noexcept {
  emit(static_cast<char>('0' + decimal.digit(leading)));
  if (point) emit('.');
  for (int i = 1; i <= precision; ++i) {
    emit(static_cast<char>('0' + decimal.digit(leading - i)));
  }
  emit(letter);
  emit(leading < 0 ? '-' : '+');
  const int magnitude = leading < 0 ? -leading : leading;
  int unit = 10;
  while (magnitude / unit >= 10) unit *= 10;
  for (; unit > 0; unit /= 10) emit(static_cast<char>('0' + magnitude / unit % 10));
}

void write_padded(Writer& writer, const Spec& spec, std::string_view sign,
                  const auto& produce) noexcept {
  std::size_t length = sign.size();
  produce([&](char) { ++length; });
  const auto width = static_cast<std::size_t>(spec.width);
  const std::size_t padding = width > length ? width - length : 0;
  if (!spec.left && !spec.zero) writer.fill(' ', padding);
  writer.write(sign);
  if (!spec.left && spec.zero) writer.fill('0', padding);
  char block[32];
  std::size_t used = 0;
  produce([&](char c) {
    block[used++] = c;
    if (used == sizeof block) {
      writer.write({block, used});
      used = 0;
    }
  });
  writer.write({block, used});
  if (spec.left) writer.fill(' ', padding);
}

void write_decimal(Writer& writer, const Spec& spec, const Parts& parts,
                   std::span<std::uint32_t> memory, std::size_t whole) noexcept {
  Decimal decimal(memory, whole);
  decimal.assign(parts.mantissa, parts.exponent);
  const std::string_view sign = sign_of(spec, parts.negative);
  int precision = spec.precision < 0 ? 6 : spec.precision;
  const char letter = upper(spec) ? 'E' : 'e';
  const char style = static_cast<char>(spec.conversion | 0x20);
  if (style == 'f') {
    decimal.round(-precision);
    write_padded(writer, spec, sign, [&](auto emit) {
      emit_fixed(decimal, decimal.leading_power(), precision, precision > 0 || spec.alternate,
                 emit);
    });
    return;
  }
  bool scientific = true;
  if (style == 'g') {
    if (precision == 0) precision = 1;
    decimal.round(decimal.leading_power() - precision + 1);
    const int leading = decimal.leading_power();
    scientific = leading < -4 || leading >= precision;
    precision = scientific ? precision - 1 : precision - 1 - leading;
    if (!spec.alternate) {
      const int unit = scientific ? leading : 0;
      while (precision > 0 && decimal.digit(unit - precision) == 0) --precision;
    }
  } else {
    decimal.round(decimal.leading_power() - precision);
  }
  const int leading = decimal.leading_power();
  const bool point = precision > 0 || spec.alternate;
  write_padded(writer, spec, sign, [&](auto emit) {
    if (scientific) {
      emit_scientific(decimal, leading, precision, point, letter, emit);
    } else {
      emit_fixed(decimal, leading, precision, point, emit);
    }
  });
}

/// %a, the first digit 1 (0 for zero). `digits` is the number of mantissa bits.
void write_hex(Writer& writer, const Spec& spec, const Parts& parts) noexcept {
  Mantissa mantissa = parts.mantissa;
  int exponent = 0;
  if (mantissa != 0) {
    exponent = parts.exponent + 124;
    // The leading one to bit 124, so that 31 hexadecimal digits follow it.
    while ((mantissa >> 124) == 0) {
      mantissa <<= 1;
      --exponent;
    }
    while ((mantissa >> 124) > 1) {
      mantissa >>= 1;
      ++exponent;
    }
  }
  int precision = spec.precision;
  if (precision < 0) {
    precision = 0;
    for (Mantissa rest = mantissa & ((Mantissa{1} << 124) - 1); rest != 0; ++precision) {
      rest = (rest << 4) & ((Mantissa{1} << 124) - 1);
    }
  } else if (precision < 31) {
    const int dropped = 124 - 4 * precision;
    const Mantissa unit = Mantissa{1} << dropped;
    const Mantissa rest = mantissa & (unit - 1);
    mantissa -= rest;
    if (rest > unit / 2 || (rest == unit / 2 && (mantissa & unit) != 0)) mantissa += unit;
  }
  const char* const alphabet = upper(spec) ? "0123456789ABCDEF" : "0123456789abcdef";
  char prefix[3];
  std::size_t prefix_length = 0;
  for (const char c : sign_of(spec, parts.negative)) prefix[prefix_length++] = c;
  prefix[prefix_length++] = '0';
  prefix[prefix_length++] = upper(spec) ? 'X' : 'x';
  write_padded(writer, spec, {prefix, prefix_length}, [&](auto emit) {
    emit(alphabet[static_cast<unsigned>(mantissa >> 124)]);
    if (precision > 0 || spec.alternate) emit('.');
    for (int i = 1; i <= precision; ++i) {
      emit(i <= 31 ? alphabet[static_cast<unsigned>(mantissa >> (124 - 4 * i)) & 15] : '0');
    }
    emit(upper(spec) ? 'P' : 'p');
    emit(exponent < 0 ? '-' : '+');
    const int magnitude = exponent < 0 ? -exponent : exponent;
    int unit = 1;
    while (magnitude / unit >= 10) unit *= 10;
    for (; unit > 0; unit /= 10) emit(static_cast<char>('0' + magnitude / unit % 10));
  });
}

template <class T>
Parts take_apart(T value) noexcept {
  constexpr int digits = std::numeric_limits<T>::digits;
  constexpr int exponent_bits = digits == 53 ? 11 : 15;
  constexpr int bias = (1 << (exponent_bits - 1)) - 1;
  // x87's format stores the leading one; the others imply it.
  constexpr bool explicit_one = digits == 64;
  constexpr int stored = explicit_one ? 64 : digits - 1;
  Mantissa bits = 0;
  if constexpr (digits == 53) {
    bits = std::bit_cast<std::uint64_t>(value);
  } else {
    static_assert(sizeof(T) == sizeof(Mantissa));
    __builtin_memcpy(&bits, &value, explicit_one ? 10 : 16);
  }
  Parts parts = {.negative = ((bits >> (stored + exponent_bits)) & 1) != 0,
                 .infinite = false,
                 .nan = false,
                 .mantissa = bits & ((Mantissa{1} << stored) - 1),
                 .exponent = 0};
  const int exponent = static_cast<int>((bits >> stored) & ((1u << exponent_bits) - 1));
  if (exponent == (1 << exponent_bits) - 1) {
    const Mantissa fraction = explicit_one ? parts.mantissa << 65 : parts.mantissa;
    parts.nan = fraction != 0;
    parts.infinite = !parts.nan;
    return parts;
  }
  if (!explicit_one && exponent != 0) parts.mantissa |= Mantissa{1} << stored;
  parts.exponent = (exponent == 0 ? 1 : exponent) - bias - (digits - 1);
  return parts;
}

template <class T>
void format_any(Writer& writer, const Spec& spec, T value) noexcept {
  const Parts parts = take_apart(value);
  if (parts.nan || parts.infinite) {
    const char* const name =
        parts.nan ? (upper(spec) ? "NAN" : "nan") : (upper(spec) ? "INF" : "inf");
    writer.number(spec, sign_of(spec, parts.negative), 0, {name, 3}, false);
    return;
  }
  if ((spec.conversion | 0x20) == 'a') {
    write_hex(writer, spec, parts);
    return;
  }
  constexpr std::size_t whole =
      static_cast<std::size_t>(std::numeric_limits<T>::max_exponent) * 302 / 1000 / base_digits + 5;
  std::uint32_t memory[places<T> + 4];
  write_decimal(writer, spec, parts, memory, whole);
}

}  // namespace

void format_float(Writer& writer, const Spec& spec, double value) noexcept {
  format_any(writer, spec, value);
}

void format_float(Writer& writer, const Spec& spec, long double value) noexcept {
  format_any(writer, spec, value);
}

}  // namespace sel4::libc
