// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "method_doc.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <string_view>

namespace sel4::codegen {

namespace {

void emit_description(Writer& out, const Method& method) {
  out.doc(sentence(method.brief.empty() ? method.c_name : method.brief));
  for (const std::string& paragraph : method.description) {
    out.line("///").doc(sentence(paragraph));
  }
  out.line("///");
}

void emit_parameter(Writer& out, std::string_view name, const std::string& text) {
  if (!text.empty()) out.doc(fmt::format("@param {} {}", name, sentence(text)));
}

}  // namespace

std::string sentence(std::string text) {
  if (text.empty()) return text;
  if (text.front() >= 'a' && text.front() <= 'z' && !text.starts_with("seL4_")) {
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
  }
  if (text.back() != '.' && text.back() != ':') text += '.';
  return text;
}

void emit_doc(Writer& out, const Method& method, bool takes_ipc) {
  emit_description(out, method);
  if (takes_ipc) {
    emit_parameter(out, "ipc",
                   "Where the message registers in memory are; see sel4::sys::ThreadIpc");
  }
  emit_parameter(out, "service", method.service);
  for (const Parameter& input : method.inputs) emit_parameter(out, input.name, input.description);
  std::string returns =
      sentence(method.outputs.size() == 1 ? method.outputs.front().description : method.returns);
  if (returns.empty()) returns = "An error code, or success.";
  out.doc(fmt::format("@return {}{}", returns, method.errors.empty() ? "" : " Errors:"));
  for (const MethodError& error : method.errors) {
    out.doc_item(fmt::format("Error::{}: {}", error.name, sentence(error.description)));
  }
}

void emit_c_doc(Writer& out, const Method& method) {
  emit_description(out, method);
  emit_parameter(out, "_service", method.service);
  for (const Parameter& input : method.inputs) {
    emit_parameter(out, input.c_name, input.description);
  }
  bool scalars = false;
  for (const Parameter& output : method.outputs) {
    if (output.type.kind == TypeKind::structure) {
      emit_parameter(out, output.c_name, output.description);
    } else {
      scalars = true;
    }
  }
  std::string returns = scalars ? "The error code, and without an error:" : "The error code.";
  if (!scalars && !method.errors.empty()) returns.back() = ':';
  out.doc("@return " + returns);
  for (const Parameter& output : method.outputs) {
    if (output.type.kind == TypeKind::structure) continue;
    out.doc_item(output.description.empty()
                     ? output.c_name
                     : fmt::format("{}: {}", output.c_name, sentence(output.description)));
  }
  for (const MethodError& error : method.errors) {
    out.doc_item(error.description.empty()
                     ? error.c_name
                     : fmt::format("{}: {}", error.c_name, sentence(error.description)));
  }
}

}  // namespace sel4::codegen
