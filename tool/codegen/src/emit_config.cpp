// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "emit.hpp"
#include "names.hpp"
#include "writer.hpp"

#include <fmt/format.h>
#include <map>
#include <string>

namespace sel4::codegen {

namespace {

std::string lower_case(std::string_view key) {
  std::string result;
  for (const char c : key) {
    result += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return result;
}

std::string declaration(const std::string& name, const ConfigValue& value) {
  if (const bool* flag = std::get_if<bool>(&value)) {
    return fmt::format("inline constexpr bool {} = {};", name, *flag);
  }
  if (const std::uint64_t* number = std::get_if<std::uint64_t>(&value)) {
    return fmt::format("inline constexpr std::uint64_t {} = {};", name, *number);
  }
  return fmt::format("inline constexpr std::string_view {} = {};", name,
                     quote(std::get<std::string>(value)));
}

std::string checked_name(const ConfigEntry& entry) {
  const std::string name = lower_case(entry.key);
  if (!is_identifier(name)) {
    fail(entry.place, "the key cannot be a C++ name",
         fmt::format("use letters, digits and underscores, at most {}", max_name_length));
  }
  // Beside the words of the language, the two names that the header defines itself.
  if (is_keyword(name) || name == "get" || name == "detail") {
    fail(entry.place, fmt::format("the key's C++ name '{}' is reserved", name), "rename the key");
  }
  return name;
}

}  // namespace

Output emit_config(const Inputs& inputs) {
  Writer out(inputs.config_files, {"cstddef", "cstdint", "string_view"});
  out.doc(
      "The configuration of the kernel and of its libsel4: one constant for every key, in lower "
      "case. For `if constexpr`, `requires` and static_assert.");
  out.line("namespace sel4::config {").line();

  std::map<std::string, const ConfigEntry*> names;
  for (const ConfigEntry& entry : inputs.config.entries()) {
    const std::string name = checked_name(entry);
    const auto [other, added] = names.emplace(name, &entry);
    if (!added) {
      fail(entry.place,
           fmt::format("the key's C++ name '{}' is that of {} too", name, other->second->key),
           "rename one of the two keys");
    }
    out.doc("CONFIG_" + entry.key);
    out.line(declaration(name, entry.value));
  }

  out.line();
  out.line("namespace detail {").line();
  out.doc("A key as a template argument.");
  out.line("template <std::size_t N>");
  out.line("struct Name {");
  out.line("  // NOLINTNEXTLINE: implicit, so that a string literal is a template argument.");
  out.line("  consteval Name(const char (&text)[N]) {");
  out.line("    for (std::size_t i = 0; i < N; ++i) value[i] = text[i];");
  out.line("  }");
  out.line();
  out.line("  char value[N];");
  out.line("};").line();
  out.doc("The value of one key. Only the keys of this kernel are defined.");
  out.line("template <Name name>");
  out.line("struct Key;").line();
  for (const auto& [name, entry] : names) {
    out.line("template <>");
    out.line(fmt::format("struct Key<{}> {{", quote(entry->key)));
    out.line(fmt::format("  static constexpr auto value = {};", name));
    out.line("};");
  }
  out.line().line("}  // namespace detail").line();
  out.doc(
      "A configuration value by its original name: `get<\"KERNEL_MCS\">()`. A name that this "
      "kernel "
      "does not have does not compile.");
  out.line("template <detail::Name name>");
  out.line("[[nodiscard]] consteval auto get() noexcept {");
  out.line("  return detail::Key<name>::value;");
  out.line("}").line();
  out.line("}  // namespace sel4::config");
  return {"include/sel4/config.hpp", out.take()};
}

}  // namespace sel4::codegen
