// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "type_name.hpp"

#include <cstdint>

namespace sel4::cxxrt {
namespace {

struct Builtin {
  char letter;
  std::string_view name;
};
constexpr Builtin builtins[] = {
    {'b', "bool"},          {'c', "char"},          {'i', "int"},       {'j', "unsigned int"},
    {'l', "long"},          {'m', "unsigned long"}, {'x', "long long"}, {'y', "unsigned long long"},
    {'d', "double"},        {'f', "float"},         {'s', "short"},     {'t', "unsigned short"},
    {'h', "unsigned char"}, {'a', "signed char"},
};

class Text {
 public:
  explicit Text(std::span<char> memory) noexcept : memory_(memory) {}
  bool add(std::string_view part) noexcept {
    if (part.size() > memory_.size() - used_) return false;
    for (const char c : part) memory_[used_++] = c;
    return true;
  }
  [[nodiscard]] std::string_view view() const noexcept { return {memory_.data(), used_}; }

 private:
  std::span<char> memory_;
  std::size_t used_ = 0;
};

/// As std::string_view::starts_with(), which compares by way of substr(): unoptimised that is a
/// call of what throws, whose text is on the heap, and programs without one would not link.
bool begins_with(std::string_view text, std::string_view start) noexcept {
  return text.size() >= start.size() && std::string_view(text.data(), start.size()) == start;
}

/// Moves one <length><name> from `rest` to `text`.
bool take_name(std::string_view& rest, Text& text) noexcept {
  std::size_t length = 0;
  std::size_t digits = 0;
  while (digits < rest.size() && digits < 4 && rest[digits] >= '0' && rest[digits] <= '9') {
    length = length * 10 + static_cast<std::size_t>(rest[digits++] - '0');
  }
  if (digits == 0 || length == 0 || length > rest.size() - digits) return false;
  const std::string_view name{rest.data() + digits, length};
  rest.remove_prefix(digits + length);
  constexpr std::string_view unnamed = "_GLOBAL__N_";
  return text.add(begins_with(name, unnamed) ? "(anonymous namespace)" : name);
}

bool demangle(std::string_view rest, Text& text) noexcept {
  if (rest.size() == 1) {
    for (const Builtin& builtin : builtins) {
      if (builtin.letter == rest[0]) return text.add(builtin.name);
    }
    return false;
  }
  // GCC marks types that are not known outside their file.
  if (rest.starts_with('*')) rest.remove_prefix(1);
  const bool nested = rest.starts_with('N') && rest.ends_with('E');
  if (nested) {
    rest.remove_prefix(1);
    rest.remove_suffix(1);
  }
  bool first = true;
  if (begins_with(rest, "St")) {
    rest.remove_prefix(2);
    first = false;
    if (!text.add("std")) return false;
  }
  const std::size_t most = nested ? SIZE_MAX : 1;
  std::size_t names = 0;
  for (; !rest.empty(); ++names) {
    if (names == most || (!first && !text.add("::")) || !take_name(rest, text)) return false;
    first = false;
  }
  return names != 0;
}

}  // namespace

std::string_view type_name(std::string_view mangled, std::span<char> memory) noexcept {
  Text text(memory);
  return demangle(mangled, text) ? text.view() : mangled;
}

}  // namespace sel4::cxxrt
