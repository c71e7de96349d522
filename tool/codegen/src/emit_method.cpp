// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "emit_method.hpp"

#include "marshal.hpp"
#include "method_doc.hpp"
#include "names.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <string>
#include <string_view>
#include <vector>

namespace sel4::codegen {

namespace {

bool is_capability(const Parameter& parameter) {
  return parameter.type.kind == TypeKind::capability;
}

class MethodEmitter {
 public:
  MethodEmitter(Writer& out, const Method& method, std::size_t word_bits)
      : out_(out),
        method_(method),
        word_bits_(word_bits),
        request_(pack(method.inputs, word_bits)),
        answer_(pack(method.outputs, word_bits)) {
    for (const Parameter& parameter : method.inputs) {
      if (is_capability(parameter)) caps_.push_back(&parameter);
    }
    has_structure_ = request_.structure != nullptr || answer_.structure != nullptr;
    needs_buffer_ = !caps_.empty() || has_structure_ || request_.words > register_words ||
                    answer_.words > register_words;
  }

  void emit() {
    if (method_.outputs.size() > 1) emit_reply_type();
    emit_doc(out_, method_, needs_buffer_);
    emit_head();
    for (const Parameter* structure : {request_.structure, answer_.structure}) {
      if (structure == nullptr) continue;
      out_.line(fmt::format("  static_assert(detail::words_of<{}> <= {});", structure->type.cpp,
                            structure->type.members));
    }
    if (needs_buffer_) out_.line("  IpcBuffer& ipc_buffer = ipc.buffer();");
    for (std::size_t i = 0; i < caps_.size(); ++i) {
      out_.line(fmt::format("  ipc_buffer.caps_or_badges[{}] = {}.bits();", i, caps_[i]->name));
    }
    for (std::size_t i = register_words; i < request_.words; ++i) {
      out_.line(
          fmt::format("  ipc_buffer.msg[{}] = {};", i, word_expression(request_, i, word_bits_)));
    }
    emit_call();
    emit_result();
    out_.line("}").line();
  }

 private:
  [[nodiscard]] std::string reply_type() const { return pascal_case(method_.function) + "Reply"; }

  [[nodiscard]] std::string result_type() const {
    if (method_.outputs.empty()) return "Result<>";
    if (method_.outputs.size() > 1) return fmt::format("Result<{}>", reply_type());
    return fmt::format("Result<{}>", method_.outputs.front().type.cpp);
  }

  void emit_reply_type() {
    out_.doc(fmt::format("What {} answers.", method_.function));
    out_.line(fmt::format("struct {} {{", reply_type()));
    for (const Parameter& output : method_.outputs) {
      if (!output.description.empty()) out_.doc(sentence(output.description), 2);
      out_.line(fmt::format("  {} {}{{}};", output.type.cpp, output.name));
    }
    out_.line("};").line();
  }

  void emit_head() {
    out_.line(needs_buffer_ ? "template <IpcContext Ipc>" : "template <class Ipc>");
    std::vector<std::string> parameters{needs_buffer_ ? "Ipc ipc" : "Ipc", "CPtr service"};
    for (const Parameter& input : method_.inputs) {
      const bool by_reference = input.type.kind == TypeKind::structure;
      parameters.push_back(by_reference ? fmt::format("const {}& {}", input.type.cpp, input.name)
                                        : fmt::format("{} {}", input.type.cpp, input.name));
    }
    out_.list(fmt::format("{}inline {} {}(", has_structure_ ? "" : "[[gnu::always_inline]] ",
                          result_type(), method_.function),
              parameters, ") noexcept {");
  }

  /// How many words of a structure travel: all, unless the method has a count of them.
  [[nodiscard]] std::string structure_count(const Parameter& structure) const {
    const auto count = std::find_if(
        method_.inputs.begin(), method_.inputs.end(),
        [](const Parameter& input) { return input.name == "count" && input.type.cpp == "Word"; });
    const std::string all = fmt::format("detail::words_of<{}>", structure.type.cpp);
    return count == method_.inputs.end() ? all : "std::min<Word>(count, " + all + ")";
  }

  void emit_call() {
    std::vector<std::string> words;
    for (std::size_t i = 0; i < std::min(request_.words, register_words); ++i) {
      words.push_back(fmt::format(".mr{} = {}", i, word_expression(request_, i, word_bits_)));
    }
    std::string length = std::to_string(request_.words);
    if (const Parameter* structure = request_.structure) {
      out_.line(fmt::format("  const Word sent = {};", structure_count(*structure)));
      out_.line(fmt::format("  detail::put_struct<{}>({}, sent, ipc_buffer);", request_.words,
                            structure->name));
      for (std::size_t i = request_.words; i < register_words; ++i) {
        words.push_back(fmt::format(".mr{} = detail::struct_word<{}>({})", i, i - request_.words,
                                    structure->name));
      }
      length = request_.words == 0 ? "sent" : fmt::format("{} + sent", request_.words);
    }
    const std::string arguments =
        fmt::format("service, InvocationLabel::{}, {}, {}", method_.label, caps_.size(), length);
    layout_call(arguments, words);
  }

  /// The call on one line, or broken at its `=`, before its words or between them: the first of
  /// these that fits.
  void layout_call(const std::string& arguments, const std::vector<std::string>& words) {
    const std::string left = "const Registers reply =";
    std::string list;
    for (const std::string& word : words) list += (list.empty() ? "{" : ", ") + word;
    if (!list.empty()) list += '}';
    const std::string call =
        fmt::format("invoke({}{}{});", arguments, list.empty() ? "" : ", ", list);
    if (2 + left.size() + 1 + call.size() <= max_columns) {
      out_.line(fmt::format("  {} {}", left, call));
      return;
    }
    if (6 + call.size() <= max_columns) {
      out_.line("  " + left).line("      " + call);
      return;
    }
    const std::string head = fmt::format("  {} invoke({},", left, arguments);
    constexpr std::size_t aligned = sizeof("  const Registers reply = invoke(") - 1;
    std::size_t widest = 0;
    for (const std::string& word : words) widest = std::max(widest, word.size());
    if (head.size() <= max_columns && aligned + list.size() + 2 <= max_columns) {
      out_.line(head).line(fmt::format("{}{});", std::string(aligned, ' '), list));
      return;
    }
    if (13 + list.size() + 2 <= max_columns) {
      out_.line("  " + left).line(fmt::format("      invoke({},", arguments));
      out_.line(fmt::format("             {});", list));
      return;
    }
    if (head.size() <= max_columns && aligned + 1 + widest + 3 <= max_columns) {
      out_.line(head).fields("{", words, "});", aligned);
      return;
    }
    out_.line(fmt::format("  {} invoke(", left)).line(fmt::format("      {},", arguments));
    out_.fields("{", words, "});", 6);
  }

  [[nodiscard]] std::string value(const Parameter& output,
                                  const std::vector<std::string>& words) const {
    if (&output == answer_.structure) {
      return fmt::format("detail::get_struct<{}, {}>(received, reply, ipc_buffer)", answer_.words,
                         output.type.cpp);
    }
    const auto slot = std::find_if(answer_.slots.begin(), answer_.slots.end(),
                                   [&](const Slot& s) { return s.parameter == &output; });
    return value_expression(*slot, words, word_bits_);
  }

  void emit_result() {
    if (method_.outputs.empty()) {
      out_.line("  return Result<>::from(reply_error(reply));");
      return;
    }
    out_.line("  if (const Error error = reply_error(reply); error != Error::none) {");
    out_.line("    return Failure{error};");
    out_.line("  }");
    std::vector<std::string> words;
    for (std::size_t i = 0; i < answer_.words; ++i) {
      words.push_back(i < register_words ? fmt::format("reply.mr{}", i)
                                         : fmt::format("ipc_buffer.msg[{}]", i));
    }
    if (const Parameter* structure = answer_.structure) {
      out_.line(fmt::format("  const Word received = {};", structure_count(*structure)));
    }
    if (method_.outputs.size() == 1) {
      out_.line(fmt::format("  return {};", value(method_.outputs.front(), words)));
      return;
    }
    std::vector<std::string> items;
    for (const Parameter& output : method_.outputs) {
      items.push_back(fmt::format(".{} = {}", output.name, value(output, words)));
    }
    out_.fields(fmt::format("return {}{{", reply_type()), items, "};", 2);
  }

  Writer& out_;
  const Method& method_;
  std::size_t word_bits_;
  Message request_;
  Message answer_;
  std::vector<const Parameter*> caps_;
  bool has_structure_ = false;
  bool needs_buffer_ = false;
};

}  // namespace

void emit_method(Writer& out, const Method& method, std::size_t word_bits) {
  MethodEmitter(out, method, word_bits).emit();
}

void emit_missing_method(Writer& out, const Method& method, const std::string& needed) {
  out.doc(fmt::format("{} This kernel does not have it: it needs {}.",
                      sentence(method.brief.empty() ? method.c_name : method.brief), needed));
  out.line("template <class Ipc, class... Args>");
  out.list("requires detail::this_kernel_lacks_it_needs<", {"Ipc", fmt::format("\"{}\"", needed)},
           ">", 2);
  out.line(fmt::format("Result<> {}(Ipc ipc, Args&&... args) noexcept;", method.function)).line();
}

}  // namespace sel4::codegen
