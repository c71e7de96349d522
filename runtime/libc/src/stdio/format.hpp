// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// The formatter behind the printf family.

#pragma once

#include <cstdarg>
#include <cstddef>
#include <string_view>

namespace sel4::libc {

/// Where formatted text goes.
class Output {
 public:
  virtual void write(std::string_view text) noexcept = 0;

 protected:
  ~Output() = default;
};

/// Writes `arguments` as `format` says, the way C's printf does: flags - + space # 0, width and
/// precision (also *), lengths hh h l ll j z t L, conversions d i o u x X c s p n f F e E g G a A
/// and
/// %. No wide characters (%lc, %ls), no positions (%1$d). Returns the number of characters, or -1
/// if the format is none of these or the number does not fit an int.
int format(Output& out, const char* format, std::va_list arguments) noexcept;

/// How one conversion is to look.
struct Spec {
  bool left = false;
  bool plus = false;
  bool space = false;
  bool alternate = false;
  bool zero = false;
  int width = 0;
  int precision = -1;
  char conversion = 0;
};

/// Counts what it passes on, and does the padding.
class Writer {
 public:
  explicit Writer(Output& out) noexcept : out_(out) {}

  void write(std::string_view text) noexcept;
  void fill(char c, std::size_t count) noexcept;
  /// `prefix` (sign, 0x) and `digits`, padded to the width; `zeros` zeros go between the two, and
  /// more if the padding is to be zeros.
  void number(const Spec& spec, std::string_view prefix, std::size_t zeros, std::string_view digits,
              bool pad_with_zeros) noexcept;
  [[nodiscard]] std::size_t count() const noexcept { return count_; }

 private:
  Output& out_;
  std::size_t count_ = 0;
};

/// Writes a floating-point number (conversions f e g a).
void format_float(Writer& writer, const Spec& spec, double value) noexcept;
void format_float(Writer& writer, const Spec& spec, long double value) noexcept;

}  // namespace sel4::libc
