// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "bitfield_parser.hpp"

#include "bitfield_check.hpp"
#include "bitfield_lexer.hpp"
#include "names.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sel4::codegen {

namespace {

constexpr int max_expression_depth = 32;
constexpr std::int64_t max_block_bits = 1 << 16;
constexpr std::size_t max_entities = 2000;

class Parser {
 public:
  Parser(const SourceText& source, std::size_t word_bits, Bitfields& bitfields)
      : source_(source), lexer_(source), word_bits_(word_bits), bitfields_(bitfields) {
    advance();
  }

  void parse() {
    while (token_.kind != Token::Kind::end) {
      if (bitfields_.blocks.size() + unions_.size() > max_entities) {
        error(fmt::format("more than {} blocks and unions", max_entities),
              "give the file that the kernel's build installed");
      }
      if (take("base")) {
        base();
      } else if (take("block")) {
        block();
      } else if (take("tagged_union")) {
        tagged_union();
      } else {
        unexpected("'base', 'block' or 'tagged_union'");
      }
    }
    // After the whole file, for a union may come before its blocks.
    for (const UnionText& text : unions_) resolve_union(text, bitfields_);
  }

 private:
  [[noreturn]] void error(std::string_view what, std::string_view mend) const {
    fail({source_.path, token_.line, path_}, what, mend);
  }

  [[noreturn]] void unexpected(std::string_view wanted) const {
    const std::string found =
        token_.kind == Token::Kind::end ? "the end of the file" : fmt::format("'{}'", token_.text);
    error(fmt::format("{} where {} must be", found, wanted),
          "see the bitfield files that libsel4 installs");
  }

  void advance() { token_ = lexer_.next(); }

  bool take(std::string_view text) {
    if (token_.kind == Token::Kind::end || token_.text != text) return false;
    advance();
    return true;
  }

  void expect(std::string_view text) {
    if (!take(text)) unexpected(fmt::format("'{}'", text));
  }

  std::string name() {
    if (token_.kind != Token::Kind::identifier) unexpected("a name");
    std::string result(token_.text);
    advance();
    return result;
  }

  [[nodiscard]] std::int64_t checked(std::int64_t value) const {
    // Far below where any of the operations overflows.
    if (value > (std::int64_t{1} << 31) || value < -(std::int64_t{1} << 31)) {
      error("the number is out of range", "use a smaller one");
    }
    return value;
  }

  std::int64_t primary(int depth) {
    if (depth > max_expression_depth) {
      error(fmt::format("expressions nested more than {} deep", max_expression_depth),
            "write it flatter");
    }
    if (take("-")) return -primary(depth + 1);
    if (take("(")) {
      const std::int64_t value = expression(depth + 1);
      expect(")");
      return value;
    }
    if (token_.kind == Token::Kind::number) {
      if (token_.number > (std::uint64_t{1} << 31)) {
        error("the number is out of range", "use a smaller one");
      }
      const auto value = static_cast<std::int64_t>(token_.number);
      advance();
      return value;
    }
    if (take("word_size")) return static_cast<std::int64_t>(base_bits());
    if (take("canonical_size")) return static_cast<std::int64_t>(address_bits_);
    unexpected("a number");
  }

  std::int64_t product(int depth) {
    std::int64_t value = primary(depth);
    while (token_.text == "*" || token_.text == "/" || token_.text == "%") {
      const char op = token_.text.front();
      advance();
      const std::int64_t right = primary(depth);
      if (op != '*' && right == 0) error("division by zero", "use another divisor");
      value = checked(op == '*' ? value * right : op == '/' ? value / right : value % right);
    }
    return value;
  }

  std::int64_t expression(int depth = 0) {
    std::int64_t value = product(depth);
    while (token_.text == "+" || token_.text == "-") {
      const bool plus = token_.text == "+";
      advance();
      const std::int64_t right = product(depth);
      value = checked(plus ? value + right : value - right);
    }
    return value;
  }

  [[nodiscard]] std::size_t base_bits() const {
    if (base_bits_ == 0) {
      error("there is no 'base' before it", "start the file with the word size, such as 'base 64'");
    }
    return base_bits_;
  }

  void base() {
    path_ = "base";
    const std::int64_t bits = expression();
    if (bits != static_cast<std::int64_t>(word_bits_)) {
      error(fmt::format("words of {} bits, but the kernel's have {}", bits, word_bits_),
            "give the files of one build of the kernel");
    }
    base_bits_ = word_bits_;
    address_bits_ = word_bits_;
    sign_extend_ = false;
    if (take("(")) {
      const std::int64_t address_bits = expression();
      if (address_bits <= 0 || address_bits > bits) {
        error(fmt::format("addresses of {} bits in words of {}", address_bits, bits),
              "they must be at least 1 and at most a word");
      }
      address_bits_ = static_cast<std::size_t>(address_bits);
      sign_extend_ = address_bits_ < word_bits_;
      if (take(",")) {
        const std::int64_t flag = expression();
        if (flag != 0 && flag != 1) error("the sign extension is neither 0 nor 1", "choose one");
        sign_extend_ = sign_extend_ && flag == 1;
      }
      expect(")");
    }
    path_.clear();
  }

  /// The names between parentheses, if there are any.
  std::vector<std::string> name_list() {
    std::vector<std::string> names;
    if (!take("(") || take(")")) return names;
    do {
      names.push_back(name());
      if (std::count(names.begin(), names.end(), names.back()) > 1) {
        error(fmt::format("'{}' is in the list twice", names.back()), "keep one of the two");
      }
    } while (take(","));
    expect(")");
    return names;
  }

  void block() {
    path_ = "block";
    Block block;
    block.place = {source_.path, token_.line, {}};
    block.name = name();
    path_ += ' ' + block.name;
    block.place.path = path_;
    block.cpp = class_name(block.name);
    block.word_bits = base_bits();
    block.address_bits = address_bits_;
    block.sign_extend = sign_extend_;
    const std::vector<std::string> order = name_list();
    expect("{");
    total_ = 0;
    while (!take("}")) {
      const std::size_t line = token_.line;
      if (take("padding")) {
        const std::int64_t width = expression();
        if (width < 0) error(fmt::format("padding of {} bits", width), "it cannot be negative");
        total_ += width;
      } else if (take("field")) {
        std::string field = name();
        add_field(block, std::move(field), expression(), false, line);
      } else if (take("field_high")) {
        std::string field = name();
        add_field(block, std::move(field), expression(), true, line);
      } else if (take("field_ptr")) {
        pointer_field(block, line);
      } else {
        unexpected("'field', 'field_high', 'field_ptr', 'padding' or '}'");
      }
      if (total_ > max_block_bits) {
        error(fmt::format("more than {} bits", max_block_bits), "make it smaller");
      }
    }
    finish_block(block, static_cast<std::size_t>(total_), order, bitfields_);
    bitfields_.blocks.push_back(std::move(block));
    path_.clear();
  }

  /// Until the block's size is known, a field's offset counts from the block's top to its end.
  void add_field(Block& block, std::string field_name, std::int64_t width, bool high,
                 std::size_t line) {
    const Place place{source_.path, line, path_ + "/field " + field_name};
    if (width <= 0 || width > static_cast<std::int64_t>(word_bits_)) {
      fail(place, fmt::format("{} bits wide", width),
           fmt::format("it must have 1 to {} bits", word_bits_));
    }
    if (high && width > static_cast<std::int64_t>(address_bits_)) {
      fail(place, fmt::format("{} bits wide, but addresses have {}", width, address_bits_),
           "make it narrower");
    }
    Field field;
    field.name = std::move(field_name);
    field.member = variable_name(strip_sel4(field.name));
    total_ += width;
    field.width = static_cast<std::size_t>(width);
    field.offset = static_cast<std::size_t>(total_);
    field.high = high;
    field.place = place;
    block.fields.push_back(std::move(field));
  }

  void pointer_field(Block& block, std::size_t line) {
    std::int64_t align = 0;
    if (take("(")) {
      align = expression();
      expect(")");
    }
    std::string field = name();
    const std::int64_t size = expression();
    const std::int64_t width = static_cast<std::int64_t>(address_bits_) - align;
    if (align < 0 || size < width) {
      error(fmt::format("a pointer of {} bits in {}", width, size), "make it wide enough");
    }
    total_ += size - width;
    add_field(block, std::move(field), width, true, line);
  }

  void tagged_union() {
    path_ = "tagged_union";
    UnionText text;
    text.place = {source_.path, token_.line, {}};
    text.name = name();
    path_ += ' ' + text.name;
    text.place.path = path_;
    const std::string tag = name();
    text.tag_fields = name_list();
    if (text.tag_fields.empty()) text.tag_fields.push_back(tag);
    expect("{");
    while (!take("}")) {
      if (token_.text == "mask" && token_.kind == Token::Kind::identifier) {
        error("tags of different sizes are not supported", "give all members tags of one size");
      }
      expect("tag");
      UnionText::Member member;
      member.place = {source_.path, token_.line, path_};
      member.block = name();
      if (take("(")) {
        do {
          member.values.push_back(expression());
        } while (take(","));
        expect(")");
      } else {
        member.values.push_back(expression());
      }
      text.members.push_back(std::move(member));
      if (text.members.size() > max_entities) {
        error(fmt::format("more than {} members", max_entities), "make it smaller");
      }
    }
    unions_.push_back(std::move(text));
    path_.clear();
  }

  const SourceText& source_;
  BitfieldLexer lexer_;
  std::size_t word_bits_;
  Bitfields& bitfields_;
  Token token_;
  std::string path_;
  std::size_t base_bits_ = 0;
  std::size_t address_bits_ = 0;
  bool sign_extend_ = false;
  std::int64_t total_ = 0;
  std::vector<UnionText> unions_;
};

}  // namespace

void read_bitfields(const SourceText& source, std::size_t word_bits, Bitfields& bitfields) {
  Parser(source, word_bits, bitfields).parse();
}

}  // namespace sel4::codegen
