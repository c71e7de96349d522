// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "emit.hpp"
#include "emit_union.hpp"
#include "names.hpp"
#include "writer.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <string>
#include <string_view>
#include <vector>

namespace sel4::codegen {

namespace {

std::string bit_range(const Block& block, const Field& field) {
  const std::size_t low = field.offset % block.word_bits;
  std::string text = field.width == 1 ? fmt::format("bit {}", low)
                                      : fmt::format("bits {}..{}", low + field.width - 1, low);
  if (block.words > 1) text += fmt::format(" of word {}", field.offset / block.word_bits);
  return text;
}

std::string field_doc(const Block& block, const Field& field) {
  std::string text = fmt::format("{}: {}.", field.name, bit_range(block, field));
  if (field.high) {
    const std::size_t low = block.address_bits - field.width;
    text += fmt::format(" An address; its bits {}..{} are stored", block.address_bits - 1, low);
    if (block.sign_extend) text += ", the highest of them is repeated above";
    text += '.';
  }
  return text;
}

/// What a value for the field may be.
std::string value_doc(const Block& block, const Field& field) {
  if (field.high) {
    return fmt::format("{}: an address, of which bits {}..{} are stored.", field.name,
                       block.address_bits - 1, block.address_bits - field.width);
  }
  return field.width == 1 ? fmt::format("{}: 0 or 1.", field.name)
                          : fmt::format("{}: {} bits.", field.name, field.width);
}

std::string bits_of(const Field& field, std::string_view name) {
  return fmt::format("{}_bits<{}, {}>", name, field.offset, field.width);
}

std::string hex_mask(std::size_t low_clear, std::size_t word_bits) {
  const std::uint64_t all =
      word_bits == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << word_bits) - 1;
  return fmt::format("0x{:x}", low_clear >= 64 ? 0 : all & (~std::uint64_t{0} << low_clear));
}

void emit_getter(Writer& out, const Block& block, const Field& field) {
  out.doc(field_doc(block, field), 2);
  const std::string head =
      fmt::format("[[nodiscard]] constexpr Word {}() const noexcept", field.member);
  const std::string get = bits_of(field, "get") + "(words_)";
  if (!field.high) {
    out.function(head, {fmt::format("return {};", get)}, 2);
    return;
  }
  const std::size_t low = block.address_bits - field.width;
  std::vector<std::string> body{
      fmt::format("{}Word address = {} << {};", block.sign_extend ? "" : "const ", get, low)};
  if (block.sign_extend) {
    body.push_back(fmt::format("if ((address >> {} & 1) != 0) address |= Word{{{}}};",
                               block.address_bits - 1,
                               hex_mask(block.address_bits, block.word_bits)));
  }
  body.push_back("return address;");
  out.function(head, body, 2);
}

std::string stored(const Block& block, const Field& field, std::string value) {
  const std::size_t low = block.address_bits - field.width;
  return field.high && low != 0 ? fmt::format("{} >> {}", value, low) : value;
}

void emit_setter(Writer& out, const Block& block, const Field& field) {
  out.doc(fmt::format("Sets {}; bits of `value` that are not stored are dropped.", field.name), 2);
  out.function(
      fmt::format("constexpr {}& set_{}(Word value) noexcept", block.cpp, field.member),
      {fmt::format("{}(words_, {});", bits_of(field, "set"), stored(block, field, "value")),
       "return *this;"},
      2);
}

void emit_constructor(Writer& out, const Block& block, bool has_fields) {
  out.doc(has_fields ? "From its fields; bits that do not fit are dropped."
                     : "The only value there is.",
          2);
  std::vector<std::string> body;
  for (const Field& field : block.fields) {
    const std::string value = field.tag ? std::to_string(field.tag_value)
                                        : stored(block, field, "fields." + field.member);
    body.push_back(fmt::format("{}(words_, {});", bits_of(field, "set"), value));
  }
  // Always inline: where it is called the fields are constants, which a compiler that optimises for
  // size does not count on.
  const std::string head =
      has_fields
          ? fmt::format(
                "[[gnu::always_inline]] constexpr explicit {}(const Fields& fields) noexcept",
                block.cpp)
          : fmt::format("constexpr {}() noexcept", block.cpp);
  out.function(head, body, 2);
  out.line();
}

void emit_from_message(Writer& out, const Block& block, std::size_t words) {
  out.doc("How many message words it takes.", 2);
  out.line(fmt::format("  static constexpr std::size_t message_words = {};", words)).line();
  out.doc(
      "From the message that reports it: its fields in declaration order, one word each. Words "
      "that "
      "are missing count as 0.",
      2);
  out.list(fmt::format("[[nodiscard]] static constexpr {} from_message(", block.cpp),
           {words == 0 ? "std::span<const Word>" : "std::span<const Word> message"}, ") noexcept {",
           2);
  if (words == 0) {
    out.line(fmt::format("    return {}{{}};", block.cpp));
    out.line("  }").line();
    return;
  }
  out.line("    const auto word = [message](std::size_t index) {");
  out.line("      return index < message.size() ? message[index] : Word{0};");
  out.line("    };");
  std::vector<std::string> items;
  for (const Field& field : block.fields) {
    if (!field.tag) items.push_back(fmt::format(".{} = word({})", field.member, items.size()));
  }
  out.fields(fmt::format("return {}{{{{", block.cpp), items, "}};", 4);
  out.line("  }").line();
}

void emit_block(Writer& out, const Block& block, const TaggedUnion* owner) {
  const bool has_fields = std::any_of(block.fields.begin(), block.fields.end(),
                                      [](const Field& field) { return !field.tag; });
  std::string doc = block.name;
  if (owner != nullptr) doc += fmt::format(", a member of {}", owner->name);
  out.doc(doc + '.');
  out.line(fmt::format("class {} {{", block.cpp));
  out.line(" public:");
  out.doc("How many words it takes.", 2);
  out.line(fmt::format("  static constexpr std::size_t word_count = {};", block.words));
  for (const Field& field : block.fields) {
    if (!field.tag || owner->tag_fields.size() != 1) continue;
    out.doc("What tells it from the other members.", 2);
    out.line(fmt::format("  static constexpr Word tag = {};", field.tag_value));
  }
  out.line();
  if (has_fields) {
    out.line("  /// Values for the fields; those that are not named are 0.");
    out.line("  struct Fields {");
    for (const Field& field : block.fields) {
      if (field.tag) continue;
      out.doc(value_doc(block, field), 4);
      out.line(fmt::format("    Word {} = 0;", field.member));
    }
    out.line("  };").line();
    out.doc("All bits 0" + std::string(owner != nullptr ? " but for the tag." : "."), 2);
    if (owner != nullptr) {
      out.line(
          fmt::format("  constexpr {}() noexcept : {}(Fields{{}}) {{}}", block.cpp, block.cpp));
    } else {
      out.line(fmt::format("  constexpr {}() noexcept = default;", block.cpp));
    }
  }
  emit_constructor(out, block, has_fields);
  out.doc("From raw words, taken as they are.", 2);
  out.list(fmt::format("[[nodiscard]] static constexpr {} from_words(", block.cpp),
           {"const std::array<Word, word_count>& words"}, ") noexcept {", 2);
  out.line(fmt::format("    {} result;", block.cpp));
  out.line("    result.words_ = words;");
  out.line("    return result;");
  out.line("  }").line();
  if (owner != nullptr) {
    const auto words = static_cast<std::size_t>(std::count_if(
        block.fields.begin(), block.fields.end(), [](const Field& field) { return !field.tag; }));
    emit_from_message(out, block, words);
  }
  out.doc("The raw words, word 0 least significant.", 2);
  out.function("[[nodiscard]] constexpr const std::array<Word, word_count>& words() const noexcept",
               {"return words_;"}, 2);
  out.line();
  for (const Field& field : block.fields) {
    emit_getter(out, block, field);
    if (!field.tag) emit_setter(out, block, field);
    out.line();
  }
  out.line(fmt::format("  friend constexpr bool operator==(const {}&, const {}&) = default;",
                       block.cpp, block.cpp));
  out.line();
  out.line(" private:");
  out.line("  std::array<Word, word_count> words_{};");
  out.line("};").line();
}

const TaggedUnion* owner_of(const Bitfields& bitfields, std::size_t block) {
  for (const TaggedUnion& owner : bitfields.unions) {
    if (std::find(owner.members.begin(), owner.members.end(), block) != owner.members.end()) {
      return &owner;
    }
  }
  return nullptr;
}

}  // namespace

Output emit_bitfields(const Inputs& inputs) {
  Writer out(inputs.bitfield_files, {"sel4/sys/bits.hpp", "sel4/sys/types.hpp", "", "array",
                                     "cstddef", "optional", "span", "type_traits", "variant"});
  out.doc("Blocks of bitfields that the kernel and its users exchange.");
  out.line("namespace sel4::sys {").line();
  for (std::size_t i = 0; i < inputs.bitfields.blocks.size(); ++i) {
    emit_block(out, inputs.bitfields.blocks[i], owner_of(inputs.bitfields, i));
  }
  for (const TaggedUnion& tagged : inputs.bitfields.unions) {
    emit_union(out, tagged, inputs.bitfields);
  }
  out.line("}  // namespace sel4::sys");
  return {"include/sel4/sys/bitfields.hpp", out.take()};
}

}  // namespace sel4::codegen
