// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "format.hpp"

#include <climits>
#include <cstdint>
#include <optional>

extern "C" std::size_t strlen(const char* text) noexcept;
extern "C" std::size_t strnlen(const char* text, std::size_t limit) noexcept;

namespace sel4::libc {

void Writer::write(std::string_view text) noexcept {
  if (text.empty()) return;
  out_.write(text);
  count_ += text.size();
}

void Writer::fill(char c, std::size_t count) noexcept {
  char block[16];
  for (char& place : block) place = c;
  while (count > 0) {
    const std::size_t step = count < sizeof block ? count : sizeof block;
    write({block, step});
    count -= step;
  }
}

void Writer::number(const Spec& spec, std::string_view prefix, std::size_t zeros,
                    std::string_view digits, bool pad_with_zeros) noexcept {
  const std::size_t length = prefix.size() + zeros + digits.size();
  const auto width = static_cast<std::size_t>(spec.width);
  const std::size_t padding = width > length ? width - length : 0;
  if (!spec.left && !pad_with_zeros) fill(' ', padding);
  write(prefix);
  fill('0', zeros + (!spec.left && pad_with_zeros ? padding : 0));
  write(digits);
  if (spec.left) fill(' ', padding);
}

namespace {

enum class Length { hh, h, none, l, ll, big_l };

/// va_list is an array on some machines; in a structure it can be handed on by reference.
struct Arguments {
  std::va_list list;

  std::intmax_t take_signed(Length length) noexcept {
    switch (length) {
      case Length::hh:
        return static_cast<signed char>(va_arg(list, int));
      case Length::h:
        return static_cast<short>(va_arg(list, int));
      case Length::none:
        return va_arg(list, int);
      default:
        return va_arg(list, std::intmax_t);
    }
  }
  std::uintmax_t take_unsigned(Length length) noexcept {
    switch (length) {
      case Length::hh:
        return static_cast<unsigned char>(va_arg(list, unsigned));
      case Length::h:
        return static_cast<unsigned short>(va_arg(list, unsigned));
      case Length::none:
        return va_arg(list, unsigned);
      default:
        return va_arg(list, std::uintmax_t);
    }
  }
};
static_assert(sizeof(long) == sizeof(std::intmax_t) && sizeof(long long) == sizeof(std::intmax_t));

void integer(Writer& writer, const Spec& spec, std::uintmax_t magnitude,
             std::string_view sign) noexcept {
  char digits[24];
  char* const end = digits + sizeof digits;
  char* at = end;
  const bool upper = spec.conversion == 'X';
  const char* const alphabet = upper ? "0123456789ABCDEF" : "0123456789abcdef";
  const bool hex = spec.conversion == 'x' || upper || spec.conversion == 'p';
  const unsigned base = hex ? 16 : spec.conversion == 'o' ? 8 : 10;
  for (std::uintmax_t rest = magnitude; rest != 0; rest /= base) *--at = alphabet[rest % base];
  const auto length = static_cast<std::size_t>(end - at);
  std::size_t wanted = spec.precision < 0 ? 1 : static_cast<std::size_t>(spec.precision);
  std::string_view prefix = sign;
  if (spec.alternate && base == 8 && wanted <= length) wanted = length + 1;
  if (spec.alternate && hex && magnitude != 0) prefix = upper ? "0X" : "0x";
  writer.number(spec, prefix, wanted > length ? wanted - length : 0, {at, length},
                spec.zero && spec.precision < 0);
}

void text(Writer& writer, const Spec& spec, std::string_view value) noexcept {
  writer.number(spec, {}, 0, value, false);
}

/// Reads a decimal number; nothing if it does not fit an int.
std::optional<int> read_number(const char*& at) noexcept {
  int value = 0;
  for (; *at >= '0' && *at <= '9'; ++at) {
    if (__builtin_mul_overflow(value, 10, &value) ||
        __builtin_add_overflow(value, *at - '0', &value))
      return std::nullopt;
  }
  return value;
}

/// Reads what stands between % and the conversion's letter.
bool read_spec(const char*& at, Spec& spec, Length& length, Arguments& arguments) noexcept {
  for (;; ++at) {
    if (*at == '-')
      spec.left = true;
    else if (*at == '+')
      spec.plus = true;
    else if (*at == ' ')
      spec.space = true;
    else if (*at == '#')
      spec.alternate = true;
    else if (*at == '0')
      spec.zero = true;
    else
      break;
  }
  if (*at == '*') {
    ++at;
    spec.width = va_arg(arguments.list, int);
    if (spec.width < 0) {
      if (spec.width == INT_MIN) return false;
      spec.left = true;
      spec.width = -spec.width;
    }
  } else {
    const auto width = read_number(at);
    if (!width) return false;
    spec.width = *width;
  }
  if (*at == '.') {
    ++at;
    if (*at == '*') {
      ++at;
      spec.precision = va_arg(arguments.list, int);
    } else {
      const auto precision = read_number(at);
      if (!precision) return false;
      spec.precision = *precision;
    }
  }
  switch (*at) {
    case 'h':
      ++at;
      length = *at == 'h' ? Length::hh : Length::h;
      if (length == Length::hh) ++at;
      break;
    case 'l':
      ++at;
      length = *at == 'l' ? Length::ll : Length::l;
      if (length == Length::ll) ++at;
      break;
    case 'j':
    case 'z':
    case 't':
      ++at;
      length = Length::ll;
      break;
    case 'L':
      ++at;
      length = Length::big_l;
      break;
    default:
      break;
  }
  spec.conversion = *at;
  if (*at != '\0') ++at;
  return true;
}

void store_count(Arguments& arguments, Length length, std::size_t count) noexcept {
  void* const to = va_arg(arguments.list, void*);
  switch (length) {
    case Length::hh:
      *static_cast<signed char*>(to) = static_cast<signed char>(count);
      break;
    case Length::h:
      *static_cast<short*>(to) = static_cast<short>(count);
      break;
    case Length::none:
      *static_cast<int*>(to) = static_cast<int>(count);
      break;
    default:
      *static_cast<std::intmax_t*>(to) = static_cast<std::intmax_t>(count);
      break;
  }
}

bool convert(Writer& writer, Spec& spec, Length length, Arguments& arguments) noexcept {
  switch (spec.conversion) {
    case 'd':
    case 'i': {
      const std::intmax_t value = arguments.take_signed(length);
      const auto bits = static_cast<std::uintmax_t>(value);
      integer(writer, spec, value < 0 ? 0 - bits : bits,
              value < 0    ? "-"
              : spec.plus  ? "+"
              : spec.space ? " "
                           : "");
      return true;
    }
    case 'u':
    case 'o':
    case 'x':
    case 'X':
      integer(writer, spec, arguments.take_unsigned(length), {});
      return true;
    case 'p': {
      void* const pointer = va_arg(arguments.list, void*);
      if (pointer == nullptr) {
        text(writer, spec, "(nil)");
      } else {
        spec.alternate = true;
        integer(writer, spec, reinterpret_cast<std::uintptr_t>(pointer), {});
      }
      return true;
    }
    case 'c': {
      if (length == Length::l) return false;
      const auto c = static_cast<char>(va_arg(arguments.list, int));
      text(writer, spec, {&c, 1});
      return true;
    }
    case 's': {
      if (length == Length::l) return false;
      const char* value = va_arg(arguments.list, const char*);
      if (value == nullptr) value = "(null)";
      text(writer, spec,
           {value, spec.precision < 0 ? strlen(value)
                                      : strnlen(value, static_cast<std::size_t>(spec.precision))});
      return true;
    }
    case 'n':
      store_count(arguments, length, writer.count());
      return true;
    case 'f':
    case 'F':
    case 'e':
    case 'E':
    case 'g':
    case 'G':
    case 'a':
    case 'A':
      if (length == Length::big_l) {
        format_float(writer, spec, va_arg(arguments.list, long double));
      } else {
        format_float(writer, spec, va_arg(arguments.list, double));
      }
      return true;
    case '%':
      writer.write("%");
      return true;
    default:
      return false;
  }
}

}  // namespace

int format(Output& out, const char* format, std::va_list given) noexcept {
  Writer writer(out);
  Arguments arguments;
  va_copy(arguments.list, given);
  bool good = true;
  for (const char* at = format; good && *at != '\0';) {
    const char* const start = at;
    while (*at != '\0' && *at != '%') ++at;
    writer.write({start, static_cast<std::size_t>(at - start)});
    if (*at == '\0') break;
    ++at;
    Spec spec;
    Length length = Length::none;
    good = read_spec(at, spec, length, arguments) && convert(writer, spec, length, arguments);
  }
  va_end(arguments.list);
  return good && writer.count() <= INT_MAX ? static_cast<int>(writer.count()) : -1;
}

}  // namespace sel4::libc
