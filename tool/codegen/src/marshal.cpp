// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "marshal.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <string_view>

namespace sel4::codegen {

namespace {

std::size_t align_up(std::size_t value, std::size_t alignment) {
  return (value + alignment - 1) / alignment * alignment;
}

std::string cast(std::string_view type, std::string_view expression, Language language) {
  if (language == Language::cpp) return fmt::format("static_cast<{}>({})", type, expression);
  if (expression.find(' ') == expression.npos) return fmt::format("({}){}", type, expression);
  return fmt::format("({})({})", type, expression);
}

/// A parameter that is no wider than a word, as a word.
std::string as_word(const Parameter& parameter, Language language) {
  const bool bitfield = parameter.type.kind == TypeKind::bitfield;
  if (language == Language::cpp) {
    if (bitfield) return parameter.name + ".words()[0]";
    return parameter.type.cpp == "Word" ? parameter.name
                                        : fmt::format("Word{{{}}}", parameter.name);
  }
  if (bitfield) return parameter.c_name + ".words[0]";
  if (parameter.type.kind == TypeKind::boolean) {
    return fmt::format("(seL4_Word)({} & 1)", parameter.c_name);
  }
  return parameter.c_type == "seL4_Word" ? parameter.c_name : "(seL4_Word)" + parameter.c_name;
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

std::string word_expression(const Message& message, std::size_t word, std::size_t word_bits,
                            Language language) {
  const bool cpp = language == Language::cpp;
  const std::string_view word_type = cpp ? "Word" : "seL4_Word";
  std::vector<std::string> parts;
  for (const Slot& slot : message.slots) {
    const Parameter& parameter = *slot.parameter;
    const std::string& name = cpp ? parameter.name : parameter.c_name;
    if (parameter.type.bits > word_bits && slot.word + 1 == word) {
      parts.push_back(cast(word_type, fmt::format("{} >> {}", name, word_bits), language));
    }
    if (slot.word != word) continue;
    std::string part = parameter.type.bits > word_bits ? cast(word_type, name, language)
                                                       : as_word(parameter, language);
    if (slot.shift != 0) part = fmt::format("{} << {}", part, slot.shift);
    parts.push_back(std::move(part));
  }
  if (parts.size() == 1) return parts.front();
  std::string result;
  for (const std::string& part : parts) {
    const bool compound = part.find(" << ") != std::string::npos;
    result += result.empty() ? "" : " | ";
    result += compound ? "(" + part + ")" : part;
  }
  return result;
}

std::string value_expression(const Slot& slot, const std::vector<std::string>& words,
                             std::size_t word_bits, Language language) {
  const bool cpp = language == Language::cpp;
  const Type& type = slot.parameter->type;
  const std::string& word = words[slot.word];
  if (type.bits > word_bits) {
    const std::string& high = words[slot.word + 1];
    const std::string wide = cpp ? "std::uint64_t{" + high + "}" : "(seL4_Uint64)" + high;
    return fmt::format("({} << {}) | {}", wide, word_bits, word);
  }
  if (type.kind == TypeKind::bitfield) {
    return cpp ? fmt::format("{}::from_words({{{}}})", type.cpp, word) : word;
  }
  const std::string shifted = slot.shift == 0 ? word : fmt::format("{} >> {}", word, slot.shift);
  if (type.kind == TypeKind::boolean) {
    const std::string bit =
        slot.shift == 0 ? fmt::format("{} & 1", word) : fmt::format("({}) & 1", shifted);
    return cpp ? fmt::format("({}) != 0", bit) : cast("seL4_Bool", bit, language);
  }
  if (type.bits == word_bits && (cpp || slot.parameter->c_type == "seL4_Word")) return word;
  return cast(cpp ? type.cpp : slot.parameter->c_type, shifted, language);
}

}  // namespace sel4::codegen
