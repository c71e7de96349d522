// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "names.hpp"

#include <algorithm>
#include <array>

namespace sel4::codegen {

namespace {

constexpr bool is_upper(char c) noexcept { return c >= 'A' && c <= 'Z'; }
constexpr bool is_lower(char c) noexcept { return c >= 'a' && c <= 'z'; }
constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
constexpr char to_lower(char c) noexcept {
  return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}
constexpr char to_upper(char c) noexcept {
  return is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c;
}

// Words that capital letters alone do not tell apart, because they mix cases or stand next to
// another abbreviation. The longest one that fits wins.
constexpr std::array<std::string_view, 49> words{
    "ARM",   "ASID",   "CB",      "CNode", "EPT",  "FPU",    "GIC",  "ID",    "IO",    "IOAPIC",
    "IOMMU", "IOPort", "IOSpace", "IP",    "IPC",  "IPI",    "IRQ",  "LR",    "MC",    "MCS",
    "MSI",   "MSR",    "NB",      "PD",    "PDPT", "PML4",   "PPI",  "PT",    "RDMSR", "RISCV",
    "SGI",   "SID",    "SMC",     "SMMU",  "SP",   "SPI",    "SPSR", "TCB",   "TLB",   "TLS",
    "VCPU",  "VGIC",   "VM",      "VMCS",  "VPPI", "VSpace", "VTX",  "WRMSR", "FSR"};

/// The length of the longest dictionary word at `at`, 0 if none. A word that a small letter follows
/// is part of something else ("IPlane"), and so is one that a digit follows ("SP1").
std::size_t dictionary_word(std::string_view name, std::size_t at) noexcept {
  std::size_t best = 0;
  for (const std::string_view word : words) {
    if (word.size() <= best || name.substr(at, word.size()) != word) continue;
    const std::size_t end = at + word.size();
    if (end < name.size() && (is_lower(name[end]) || is_digit(name[end]))) continue;
    best = word.size();
  }
  return best;
}

/// The length of the word that starts at `at` going by capital letters alone.
std::size_t plain_word(std::string_view name, std::size_t at) noexcept {
  std::size_t end = at;
  while (end < name.size() && is_upper(name[end])) ++end;
  const std::size_t capitals = end - at;
  if (capitals > 1 && end < name.size() && is_lower(name[end])) return capitals - 1;
  if (capitals <= 1) {
    while (end < name.size() && is_lower(name[end])) ++end;
  }
  while (end < name.size() && is_digit(name[end])) ++end;
  return std::max<std::size_t>(end - at, 1);
}

}  // namespace

bool is_identifier(std::string_view name) noexcept {
  if (name.empty() || name.size() > max_name_length || is_digit(name.front())) return false;
  if (name.find("__") != std::string_view::npos) return false;
  return std::all_of(name.begin(), name.end(),
                     [](char c) { return is_upper(c) || is_lower(c) || is_digit(c) || c == '_'; });
}

bool is_keyword(std::string_view name) noexcept {
  static constexpr std::array<std::string_view, 97> keywords{
      "alignas", "alignof", "and", "and_eq", "asm", "auto", "bitand", "bitor", "bool", "break",
      "case", "catch", "char", "char16_t", "char32_t", "char8_t", "class", "co_await", "co_return",
      "co_yield", "compl", "concept", "const", "const_cast", "consteval", "constexpr", "constinit",
      "continue", "decltype", "default", "delete", "do", "double", "dynamic_cast", "else", "enum",
      "explicit", "export", "extern", "false", "float", "for", "friend", "goto", "if", "inline",
      "int", "long", "mutable", "namespace", "new", "noexcept", "not", "not_eq", "nullptr",
      "operator", "or", "or_eq", "private", "protected", "public", "register", "reinterpret_cast",
      "requires", "return", "short", "signed", "sizeof", "static", "static_assert", "static_cast",
      "struct", "switch", "template", "this", "thread_local", "throw", "true", "try", "typedef",
      "typeid", "typename", "union", "unsigned", "using", "virtual", "void", "volatile", "wchar_t",
      "while", "xor", "xor_eq", "linux", "unix", "i386",
      // Macros that any C header may bring along.
      "errno", "assert"};
  return std::find(keywords.begin(), keywords.end(), name) != keywords.end();
}

std::string_view strip_sel4(std::string_view name) noexcept {
  constexpr std::string_view prefix = "seL4_";
  return name.starts_with(prefix) ? name.substr(prefix.size()) : name;
}

std::string snake_case(std::string_view name) {
  std::string result;
  for (std::size_t at = 0; at < name.size();) {
    if (name[at] == '_') {
      ++at;
      continue;
    }
    std::size_t length = dictionary_word(name, at);
    if (length == 0) length = plain_word(name, at);
    if (!result.empty()) result += '_';
    for (const char c : name.substr(at, length)) result += to_lower(c);
    at += length;
  }
  return result;
}

std::string variable_name(std::string_view name) {
  std::string result = snake_case(name);
  if (is_keyword(result)) result += '_';
  return result;
}

std::string pascal_case(std::string_view snake) {
  std::string result;
  bool start = true;
  for (const char c : snake) {
    if (c == '_') {
      start = true;
      continue;
    }
    result += start ? to_upper(c) : c;
    start = false;
  }
  return result;
}

std::string class_name(std::string_view name) {
  std::string result;
  for (const char c : strip_sel4(name)) {
    if (c != '_') result += c;
  }
  if (!result.empty()) result.front() = to_upper(result.front());
  return result;
}

}  // namespace sel4::codegen
