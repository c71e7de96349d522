// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "bitfield_check.hpp"

#include "names.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <set>
#include <string_view>
#include <utility>

namespace sel4::codegen {

namespace {

// What the generated classes call their own members.
constexpr std::array<std::string_view, 9> reserved{"words",  "from_words",   "word_count",
                                                   "tag",    "from_message", "message_words",
                                                   "fields", "words_",       "value"};

/// Names that the generated header takes beside the classes.
void check_class_name(const std::string& cpp, const Place& place, const Bitfields& known) {
  const auto taken = [&](const auto& other) { return other.cpp == cpp; };
  if (std::any_of(known.blocks.begin(), known.blocks.end(), taken) ||
      std::any_of(known.unions.begin(), known.unions.end(), taken)) {
    fail(place, fmt::format("its C++ name '{}' is taken", cpp), "rename one of the two");
  }
  static constexpr std::array<std::string_view, 12> own{
      "Word",      "CPtr",     "Registers", "ShortMessage", "Error",           "IpcBuffer",
      "ThreadIpc", "GivenIpc", "NoIpc",     "Syscall",      "InvocationLabel", "Result"};
  if (cpp.empty() || std::find(own.begin(), own.end(), cpp) != own.end()) {
    fail(place, fmt::format("its C++ name '{}' is reserved", cpp), "rename it");
  }
}

const Field* find_field(const Block& block, std::string_view name) {
  for (const Field& field : block.fields) {
    if (field.name == name) return &field;
  }
  return nullptr;
}

}  // namespace

void finish_block(Block& block, std::size_t total, const std::vector<std::string>& order,
                  const Bitfields& known) {
  check_class_name(block.cpp, block.place, known);
  if (total == 0 || total % block.word_bits != 0) {
    fail(block.place, fmt::format("{} bits in all", total),
         fmt::format("add padding up to a multiple of {}", block.word_bits));
  }
  block.words = total / block.word_bits;
  std::set<std::string_view> members;
  for (Field& field : block.fields) {
    field.offset = total - field.offset;
    const std::size_t low = field.offset / block.word_bits;
    const std::size_t high = (field.offset + field.width - 1) / block.word_bits;
    if (low != high) {
      fail(field.place, fmt::format("lies in the words {} and {}", low, high),
           "move it with padding so that it lies in one");
    }
    if (std::find(reserved.begin(), reserved.end(), field.member) != reserved.end()) {
      field.member += '_';
    }
    if (field.member.empty() || !members.insert(field.member).second) {
      fail(field.place, fmt::format("its C++ name '{}' is that of another field", field.member),
           "rename one of the two");
    }
  }
  if (order.empty()) return;
  std::vector<Field> sorted;
  for (const std::string& name : order) {
    const Field* field = find_field(block, name);
    if (field == nullptr) {
      fail(block.place, fmt::format("its parameter list names '{}', which is no field", name),
           "name every field once");
    }
    sorted.push_back(*field);
  }
  if (sorted.size() != block.fields.size()) {
    fail(block.place, "its parameter list leaves out a field", "name every field once");
  }
  block.fields = std::move(sorted);
}

void resolve_union(const UnionText& text, Bitfields& bitfields) {
  TaggedUnion result;
  result.name = text.name;
  result.cpp = class_name(text.name);
  result.tag_fields = text.tag_fields;
  result.place = text.place;
  for (const char* suffix : {"", "Tag", "Variant"}) {
    check_class_name(result.cpp + suffix, text.place, bitfields);
  }
  if (text.members.empty()) fail(text.place, "has no members", "add some");
  std::set<std::vector<std::int64_t>> values;
  for (const UnionText::Member& member : text.members) {
    const auto found = std::find_if(bitfields.blocks.begin(), bitfields.blocks.end(),
                                    [&](const Block& block) { return block.name == member.block; });
    if (found == bitfields.blocks.end()) {
      fail(member.place, fmt::format("there is no block '{}'", member.block), "define it");
    }
    if (found->member) {
      fail(member.place, fmt::format("the block '{}' is in a union already", member.block),
           "make a copy of it under another name");
    }
    if (member.values.size() != text.tag_fields.size()) {
      fail(member.place,
           fmt::format("{} tag values for {} tag fields", member.values.size(),
                       text.tag_fields.size()),
           "give one for each");
    }
    if (!values.insert(member.values).second) {
      fail(member.place, fmt::format("the tag of '{}' is that of another member", member.block),
           "give each its own");
    }
    const Block& first = result.members.empty() ? *found : bitfields.blocks[result.members.front()];
    if (found->words != first.words) {
      fail(member.place,
           fmt::format("'{}' has {} words, '{}' has {}", found->name, found->words, first.name,
                       first.words),
           "pad them to one size");
    }
    for (std::size_t i = 0; i < text.tag_fields.size(); ++i) {
      const Field* tag = find_field(*found, text.tag_fields[i]);
      const Field* other = find_field(first, text.tag_fields[i]);
      if (tag == nullptr || other == nullptr) {
        fail(member.place, fmt::format("'{}' has no field '{}'", member.block, text.tag_fields[i]),
             "add it");
      }
      if (tag->offset != other->offset || tag->width != other->width || tag->high) {
        fail(
            member.place,
            fmt::format("the tag of '{}' is elsewhere than that of '{}'", member.block, first.name),
            "put it at the same bits");
      }
      const std::int64_t value = member.values[i];
      if (value < 0 || (tag->width < 63 && (value >> tag->width) != 0)) {
        fail(member.place, fmt::format("the tag {} does not fit in {} bits", value, tag->width),
             "use a smaller one");
      }
      for (Field& field : found->fields) {
        if (&field != tag) continue;
        field.tag = true;
        field.tag_value = static_cast<std::uint64_t>(value);
      }
    }
    found->member = true;
    result.members.push_back(static_cast<std::size_t>(found - bitfields.blocks.begin()));
  }
  bitfields.unions.push_back(std::move(result));
}

}  // namespace sel4::codegen
