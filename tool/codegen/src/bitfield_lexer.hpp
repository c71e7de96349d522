// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include "source_text.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sel4::codegen {

struct Token {
  enum class Kind { end, identifier, number, symbol };

  Kind kind = Kind::end;
  std::string_view text;
  std::uint64_t number = 0;
  std::size_t line = 0;
};

/// Cuts a bitfield file into tokens: names, numbers, `{ } ( ) , + - * / %`. Comments go from `--`
/// or
/// `#` to the end of the line. Throws InputError.
class BitfieldLexer {
 public:
  explicit BitfieldLexer(const SourceText& source) : source_(source) {}

  [[nodiscard]] Token next();

 private:
  void skip_blank();
  [[nodiscard]] Token number(std::string_view text) const;

  const SourceText& source_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
};

}  // namespace sel4::codegen
