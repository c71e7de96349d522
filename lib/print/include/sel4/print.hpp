// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/base/std_parts.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace sel4 {

/// Takes text to where people can read it. Called from any thread, with any part of a line.
using PrintSink = void (*)(std::string_view text) noexcept;

/// Sends all further output to `sink`, or to the default sink if it is null, and returns what was
/// in its place (null for the default). The default sink is the kernel's debug console where the
/// kernel has one (`config::printing`), nothing where it has none, and standard output on the host.
PrintSink set_print_sink(PrintSink sink) noexcept;

/// A number to be printed in hexadecimal, with `0x` and at least `digits` digits.
struct Hex {
  /// What is printed.
  std::uint64_t value;
  /// At least so many, filled up with zeros; more than 16 count as 16.
  unsigned digits;
};

namespace detail {

void print_text(std::string_view text) noexcept;
void print_unsigned(std::uint64_t value) noexcept;
void print_signed(std::int64_t value) noexcept;
void print_hex(Hex value) noexcept;

template <class T>
concept Describable = requires(const T& value) {
  { describe(value) } -> std::convertible_to<std::string_view>;
};

template <class T>
concept CapabilityPointer = requires(const T& value) {
  { value.bits() } -> std::unsigned_integral;
};

template <class T>
concept Printable =
    std::convertible_to<const T&, std::string_view> || std::integral<T> || std::same_as<T, Hex> ||
    Describable<T> || std::is_pointer_v<T> || CapabilityPointer<T>;

template <Printable T>
[[gnu::always_inline]] inline void print_value(const T& value) noexcept {
  if constexpr (std::same_as<T, Hex>) {
    print_hex(value);
  } else if constexpr (std::same_as<T, bool>) {
    print_text(value ? std::string_view{"true"} : std::string_view{"false"});
  } else if constexpr (std::same_as<T, char>) {
    print_text({&value, 1});
  } else if constexpr (std::convertible_to<const T&, std::string_view>) {
    print_text(value);
  } else if constexpr (std::signed_integral<T>) {
    print_signed(value);
  } else if constexpr (std::unsigned_integral<T>) {
    print_unsigned(value);
  } else if constexpr (Describable<T>) {
    print_text(describe(value));
  } else if constexpr (std::is_pointer_v<T>) {
    print_hex({reinterpret_cast<std::uintptr_t>(value), 1});
  } else {
    print_hex({value.bits(), 1});
  }
}

}  // namespace detail

/// `value` for printing in hexadecimal, filled up with zeros to `digits` digits.
template <class T>
  requires(std::integral<T> || std::is_enum_v<T>)
[[nodiscard]] constexpr Hex hex(T value, unsigned digits = 1) noexcept {
  if constexpr (std::is_enum_v<T>) {
    return hex(static_cast<std::underlying_type_t<T>>(value), digits);
  } else {
    return {static_cast<std::make_unsigned_t<T>>(value), digits};
  }
}

/// Prints its arguments one after the other: text, characters, integers in decimal, `true` and
/// `false`, hex(), pointers and capability pointers in hexadecimal, and whatever has a `describe()`
/// (errors). Needs no heap and no IPC buffer, and can be called before constructors run.
/// The output of several threads may be mixed between two arguments.
template <detail::Printable... Args>
void print(const Args&... args) noexcept {
  (detail::print_value(args), ...);
}

/// print(), then a line feed.
template <detail::Printable... Args>
void println(const Args&... args) noexcept {
  print(args..., '\n');
}

/// An output iterator that prints characters, for formatting libraries:
/// `fmt::format_to(sel4::PrintIterator{}, ...)`.
class PrintIterator {
 public:
  /// For the standard's iterator concepts, as the four below.
  using iterator_category = std::output_iterator_tag;
  /// None can be read.
  using value_type = void;
  /// Meaningless here, as for every output iterator.
  using difference_type = std::ptrdiff_t;
  /// None can be read.
  using pointer = void;
  /// None can be read.
  using reference = void;

  /// Prints the character.
  PrintIterator& operator=(char c) noexcept {
    print(c);
    return *this;
  }
  /// Itself: what is assigned to it is printed.
  PrintIterator& operator*() noexcept { return *this; }
  /// Does nothing.
  PrintIterator& operator++() noexcept { return *this; }
  /// Does nothing.
  PrintIterator operator++(int) noexcept { return *this; }
};
static_assert(std::output_iterator<PrintIterator, char>);

}  // namespace sel4
