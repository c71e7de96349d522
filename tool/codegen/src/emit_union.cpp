// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "emit_union.hpp"

#include "names.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <string>
#include <vector>

namespace sel4::codegen {

namespace {

class UnionEmitter {
 public:
  UnionEmitter(Writer& out, const TaggedUnion& tagged, const Bitfields& bitfields)
      : out_(out), tagged_(tagged), name_(tagged.cpp) {
    for (const std::size_t member : tagged.members) members_.push_back(&bitfields.blocks[member]);
  }

  void emit() {
    emit_tags();
    std::vector<std::string> names;
    for (const Block* member : members_) names.push_back(member->cpp);
    out_.doc(fmt::format("Any member of {}.", tagged_.name));
    const std::string head = fmt::format("using {}Variant =", name_);
    const std::string list = fmt::format("std::variant<{}>;", fmt::join(names, ", "));
    if (head.size() + 1 + list.size() <= max_columns) {
      out_.line(head + ' ' + list);
    } else {
      out_.line(head).list("std::variant<", names, ">;", 4);
    }
    out_.line();
    emit_class();
  }

 private:
  [[nodiscard]] static std::string enumerator(const Block& block) {
    return variable_name(strip_sel4(block.name));
  }

  [[nodiscard]] static const Field& tag_of(const Block& block) {
    return *std::find_if(block.fields.begin(), block.fields.end(),
                         [](const Field& field) { return field.tag; });
  }

  void emit_tags() {
    const bool sliced = tagged_.tag_fields.size() > 1;
    out_.doc(sliced ? fmt::format("Which member of {} it is: one number for all its tag fields.",
                                  tagged_.name)
                    : fmt::format("Which member of {} it is.", tagged_.name));
    out_.line(fmt::format("enum class {}Tag : Word {{", name_));
    for (std::size_t i = 0; i < members_.size(); ++i) {
      out_.line(fmt::format("  {} = {},", enumerator(*members_[i]),
                            sliced ? i : tag_of(*members_[i]).tag_value));
    }
    out_.line("};").line();
  }

  /// The condition that the words are those of `member`.
  [[nodiscard]] std::string is_member(const Block& member) const {
    std::string text;
    for (const Field& field : member.fields) {
      if (!field.tag) continue;
      if (!text.empty()) text += " && ";
      text +=
          fmt::format("get_bits<{}, {}>(words_) == {}", field.offset, field.width, field.tag_value);
    }
    return text;
  }

  void emit_class() {
    const Block& first = *members_.front();
    out_.doc(
        fmt::format("{}: one of {} blocks, told apart by its tag.", tagged_.name, members_.size()));
    out_.line(fmt::format("class {} {{", name_));
    out_.line(" public:");
    out_.doc("How many words it takes; every member takes as many.", 2);
    out_.line(fmt::format("  static constexpr std::size_t word_count = {};", first.words)).line();
    for (const Block* member : members_) {
      out_.doc(fmt::format("From a {}, with its tag.", member->name), 2);
      out_.line(fmt::format("  constexpr {}(const {}& value) noexcept : words_(value.words()) {{}}",
                            name_, member->cpp));
    }
    out_.line();
    out_.doc("From raw words, taken as they are: the tag may be one that no member has.", 2);
    out_.list(fmt::format("[[nodiscard]] static constexpr {} from_words(", name_),
              {"const std::array<Word, word_count>& words"}, ") noexcept {", 2);
    out_.line(fmt::format("    return {}(words);", name_));
    out_.line("  }").line();
    emit_from_message();
    out_.doc("The raw words, word 0 least significant.", 2);
    out_.function(
        "[[nodiscard]] constexpr const std::array<Word, word_count>& words() const noexcept",
        {"return words_;"}, 2);
    out_.line();
    emit_tag();
    emit_access();
    out_.line(fmt::format("  friend constexpr bool operator==(const {}&, const {}&) = default;",
                          name_, name_));
    out_.line();
    out_.line(" private:");
    emit_matches();
    const std::string head = fmt::format(
        "  constexpr explicit {}(const std::array<Word, word_count>& words) noexcept", name_);
    const std::string rest = ": words_(words) {}";
    if (head.size() + 1 + rest.size() <= max_columns) {
      out_.line(head + ' ' + rest);
    } else {
      out_.line(head).line("      " + rest);
    }
    out_.line();
    out_.line("  std::array<Word, word_count> words_{};");
    out_.line("};").line();
  }

  void emit_from_message() {
    if (tagged_.tag_fields.size() != 1) return;
    out_.doc(
        "From a message that reports it, by the message's label and its words; nothing if no "
        "member has that label for a tag.",
        2);
    out_.list(fmt::format("[[nodiscard]] static constexpr std::optional<{}> from_message(", name_),
              {"Word label", "std::span<const Word> message"}, ") noexcept {", 2);
    for (const Block* member : members_) {
      out_.line(fmt::format("    if (label == {}::tag) return {}({}::from_message(message));",
                            member->cpp, name_, member->cpp));
    }
    out_.line("    return std::nullopt;");
    out_.line("  }").line();
  }

  void emit_tag() {
    if (tagged_.tag_fields.size() == 1) {
      const Field& tag = tag_of(*members_.front());
      out_.doc("The tag; not one of the enumerators if the words came from elsewhere.", 2);
      out_.function(fmt::format("[[nodiscard]] constexpr {}Tag tag() const noexcept", name_),
                    {fmt::format("return static_cast<{}Tag>(get_bits<{}, {}>(words_));", name_,
                                 tag.offset, tag.width)},
                    2);
      out_.line();
      return;
    }
    out_.doc("The tag; nothing if no member has it.", 2);
    out_.line(fmt::format("  [[nodiscard]] constexpr std::optional<{}Tag> tag() const noexcept {{",
                          name_));
    for (const Block* member : members_) {
      out_.line(fmt::format("    if ({}) {{", is_member(*member)));
      out_.line(fmt::format("      return {}Tag::{};", name_, enumerator(*member)));
      out_.line("    }");
    }
    out_.line("    return std::nullopt;");
    out_.line("  }").line();
  }

  void emit_access() {
    out_.doc("The member, if it is this one.", 2);
    out_.line("  template <class Member>");
    out_.line("  [[nodiscard]] constexpr std::optional<Member> get_if() const noexcept {");
    out_.line("    if (!matches(std::type_identity<Member>{})) return std::nullopt;");
    out_.line("    return Member::from_words(words_);");
    out_.line("  }").line();
    out_.doc("The member, whichever it is; nothing if no member has the tag.", 2);
    out_.line(fmt::format(
        "  [[nodiscard]] constexpr std::optional<{}Variant> variant() const noexcept {{", name_));
    for (const Block* member : members_) {
      out_.line(
          fmt::format("    if (const auto member = get_if<{}>()) return *member;", member->cpp));
    }
    out_.line("    return std::nullopt;");
    out_.line("  }").line();
  }

  void emit_matches() {
    for (const Block* member : members_) {
      out_.function(fmt::format("[[nodiscard]] constexpr bool matches(std::type_identity<{}>) "
                                "const noexcept",
                                member->cpp),
                    {fmt::format("return {};", is_member(*member))}, 2);
    }
    out_.line();
  }

  Writer& out_;
  const TaggedUnion& tagged_;
  std::string name_;
  std::vector<const Block*> members_;
};

}  // namespace

void emit_union(Writer& out, const TaggedUnion& tagged, const Bitfields& bitfields) {
  UnionEmitter(out, tagged, bitfields).emit();
}

}  // namespace sel4::codegen
