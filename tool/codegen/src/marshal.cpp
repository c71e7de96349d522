// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "marshal.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace sel4::codegen {

namespace {

std::size_t align_up(std::size_t value, std::size_t alignment) {
  return (value + alignment - 1) / alignment * alignment;
}

}  // namespace

Message pack(const std::vector<Parameter>& parameters, std::size_t word_bits) {
  Message message;
  std::size_t bits = 0;
  for (const Parameter& parameter : parameters) {
    if (parameter.type.kind == TypeKind::capability) continue;
    if (parameter.type.kind == TypeKind::structure) {
      message.structure = &parameter;
      continue;
    }
    bits = align_up(bits, std::min(parameter.type.bits, word_bits));
    message.slots.push_back({&parameter, bits / word_bits, bits % word_bits});
    bits += parameter.type.bits;
  }
  message.words = align_up(bits, word_bits) / word_bits;
  return message;
}

std::string word_expression(const Message& message, std::size_t word, std::size_t word_bits) {
  std::vector<std::string> parts;
  for (const Slot& slot : message.slots) {
    const Parameter& parameter = *slot.parameter;
    if (parameter.type.bits > word_bits && slot.word + 1 == word) {
      parts.push_back(fmt::format("static_cast<Word>({} >> {})", parameter.name, word_bits));
    }
    if (slot.word != word) continue;
    std::string part;
    if (parameter.type.kind == TypeKind::bitfield) {
      part = parameter.name + ".words()[0]";
    } else if (parameter.type.bits > word_bits) {
      part = fmt::format("static_cast<Word>({})", parameter.name);
    } else if (parameter.type.cpp == "Word") {
      part = parameter.name;
    } else {
      part = fmt::format("Word{{{}}}", parameter.name);
    }
    if (slot.shift != 0) part = fmt::format("{} << {}", part, slot.shift);
    parts.push_back(std::move(part));
  }
  if (parts.size() == 1) return parts.front();
  std::string result;
  for (const std::string& part : parts) {
    const bool compound = part.find(' ') != std::string::npos && !part.starts_with("static_cast");
    result += result.empty() ? "" : " | ";
    result += compound ? "(" + part + ")" : part;
  }
  return result;
}

std::string value_expression(const Slot& slot, const std::vector<std::string>& words,
                             std::size_t word_bits) {
  const Type& type = slot.parameter->type;
  const std::string& word = words[slot.word];
  if (type.bits > word_bits) {
    return fmt::format("({} << {}) | {}", "std::uint64_t{" + words[slot.word + 1] + "}", word_bits,
                       word);
  }
  if (type.kind == TypeKind::bitfield) return fmt::format("{}::from_words({{{}}})", type.cpp, word);
  const std::string shifted = slot.shift == 0 ? word : fmt::format("{} >> {}", word, slot.shift);
  if (type.kind == TypeKind::boolean) {
    return slot.shift == 0 ? fmt::format("({} & 1) != 0", word)
                           : fmt::format("(({}) & 1) != 0", shifted);
  }
  if (type.bits == word_bits) return word;
  return fmt::format("static_cast<{}>({})", type.cpp, shifted);
}

}  // namespace sel4::codegen
