// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "bitfield_lexer.hpp"

#include "input_error.hpp"
#include "names.hpp"

#include <cctype>
#include <charconv>
#include <fmt/format.h>
#include <string>

namespace sel4::codegen {

namespace {

bool is_word(char c) noexcept {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

}  // namespace

void BitfieldLexer::skip_blank() {
  const std::string_view text = source_.text;
  while (at_ < text.size()) {
    const char c = text[at_];
    if (c == '\n') ++line_;
    if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
      ++at_;
    } else if (c == '#' || text.substr(at_, 2) == "--") {
      at_ = std::min(text.find('\n', at_), text.size());
    } else {
      return;
    }
  }
}

Token BitfieldLexer::next() {
  skip_blank();
  const std::string_view text = source_.text;
  if (at_ >= text.size()) return {Token::Kind::end, {}, 0, line_};
  const std::size_t start = at_;
  if (is_word(text[start])) {
    while (at_ < text.size() && is_word(text[at_])) ++at_;
    const std::string_view word = text.substr(start, at_ - start);
    if (std::isdigit(static_cast<unsigned char>(word.front())) != 0) return number(word);
    if (!is_identifier(word) || word.find_first_not_of('_') == word.npos) {
      fail({source_.path, line_, {}},
           fmt::format("'{}' is not a name", word.substr(0, max_name_length)),
           fmt::format("use letters, digits and underscores, at most {}", max_name_length));
    }
    return {Token::Kind::identifier, word, 0, line_};
  }
  ++at_;
  const std::string_view symbol = text.substr(start, 1);
  if (std::string_view("{}(),+-*/%").find(symbol) == std::string_view::npos) {
    fail({source_.path, line_, {}}, fmt::format("unexpected character '{}'", symbol),
         "see the bitfield files that libsel4 installs");
  }
  return {Token::Kind::symbol, symbol, 0, line_};
}

Token BitfieldLexer::number(std::string_view text) const {
  std::string_view digits = text;
  if (digits.size() > 1 && (digits.back() == 'l' || digits.back() == 'L')) digits.remove_suffix(1);
  int base = 10;
  if (digits.size() > 1 && digits.front() == '0') {
    const char mark = static_cast<char>(std::tolower(static_cast<unsigned char>(digits[1])));
    base = mark == 'x' ? 16 : mark == 'b' ? 2 : 8;
    digits.remove_prefix(mark == 'x' || mark == 'b' || mark == 'o' ? 2 : 1);
  }
  Token token{Token::Kind::number, text, 0, line_};
  const char* const end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, token.number, base);
  if (error == std::errc::result_out_of_range) {
    fail({source_.path, line_, {}},
         fmt::format("{} does not fit in 64 bits", text.substr(0, max_name_length)),
         "use a smaller number");
  }
  if (error != std::errc{} || stop != end) {
    fail({source_.path, line_, {}},
         fmt::format("'{}' is not a number", text.substr(0, max_name_length)),
         "write it as 12, 0x12, 0b10 or 017");
  }
  return token;
}

}  // namespace sel4::codegen
