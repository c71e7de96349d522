// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "emit.hpp"
#include "writer.hpp"

#include <fmt/format.h>
#include <string>

namespace sel4::codegen {

Output emit_labels(const Inputs& inputs) {
  Writer out(inputs.interface_files, {"sel4/sys/types.hpp", "", "array", "cstddef", "string_view"});
  out.line("namespace sel4::sys {").line();
  out.doc(
      "What an invocation asks of an object: the label of the message. Numbered as by the kernel.");
  out.line("enum class InvocationLabel : Word {");
  out.line("  invalid_invocation = 0,");
  for (const Label& label : inputs.api.labels) {
    out.line(fmt::format("  {} = {},", label.name, label.number));
  }
  out.line("};").line();
  out.doc("How many labels there are, invalid_invocation among them.");
  out.line(fmt::format("inline constexpr std::size_t invocation_label_count = {};",
                       inputs.api.labels.size() + 1));
  out.line();
  out.line("namespace detail {").line();
  out.line("inline constexpr std::array<std::string_view, invocation_label_count> label_names{");
  out.line("    \"InvalidInvocation\",");
  for (const Label& label : inputs.api.labels) out.line("    " + quote(label.id) + ",");
  out.line("};").line();
  out.line("}  // namespace detail").line();
  out.doc("The label's name as the kernel writes it, for people; empty if there is no such label.");
  out.line("[[nodiscard]] constexpr std::string_view label_name(InvocationLabel label) noexcept {");
  out.line("  const auto number = static_cast<Word>(label);");
  out.line(
      "  return number < invocation_label_count ? detail::label_names[number] : "
      "std::string_view{};");
  out.line("}").line();
  out.line("}  // namespace sel4::sys");
  return {"include/sel4/sys/invocation_label.hpp", out.take()};
}

}  // namespace sel4::codegen
