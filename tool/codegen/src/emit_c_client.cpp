// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "emit.hpp"
#include "marshal.hpp"
#include "method_choice.hpp"
#include "method_doc.hpp"
#include "names.hpp"
#include "writer.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <string>
#include <string_view>
#include <vector>

namespace sel4::codegen {

namespace {

/// The structure of a method's error code and those outputs that are no structures themselves.
std::string result_type(const Method& method) {
  const bool needed = std::any_of(method.outputs.begin(), method.outputs.end(),
                                  [](const auto& p) { return p.type.kind != TypeKind::structure; });
  return needed ? method.c_name + "_t" : "";
}

/// A parameter under the name that it has inside its function.
Parameter renamed(Parameter parameter) {
  constexpr std::array<std::string_view, 4> own{"_service", "error", "result", "words"};
  const bool taken = std::find(own.begin(), own.end(), parameter.c_name) != own.end();
  // C++ programs include the header, too.
  if (taken || is_keyword(parameter.c_name)) parameter.c_name += '_';
  return parameter;
}

std::vector<Parameter> renamed(const std::vector<Parameter>& parameters) {
  std::vector<Parameter> result;
  for (const Parameter& parameter : parameters) result.push_back(renamed(parameter));
  return result;
}

class ClientEmitter {
 public:
  ClientEmitter(Writer& out, const Interface& interface, const Method& method,
                std::size_t word_bits)
      : out_(out),
        interface_(interface),
        method_(method),
        word_bits_(word_bits),
        result_(result_type(method)),
        inputs_(renamed(method.inputs)),
        request_(pack(inputs_, word_bits)),
        answer_(pack(method.outputs, word_bits)) {}

  void emit() {
    emit_c_doc(out_, method_);
    emit_head();
    std::size_t caps = 0;
    for (const Parameter& input : inputs_) {
      if (input.type.kind != TypeKind::capability) continue;
      out_.line(fmt::format("  seL4_SetCap({}, {});", caps++, input.c_name));
    }
    emit_request();
    const std::string call = fmt::format("libsel4_invoke(_service, {}, {}, {}, words)", method_.id,
                                         caps, request_length());
    if (result_.empty() && answer_.structure == nullptr) {
      emit_call("return", call);
      out_.line("}").line();
      return;
    }
    if (result_.empty()) {
      emit_call("const seL4_Error error =", call);
    } else {
      out_.line(fmt::format("  {} result;", result_));
      emit_call("result.error =", call);
      out_.line("  if (result.error != seL4_NoError) return result;");
    }
    emit_answer();
    out_.line(result_.empty() ? "  return error;" : "  return result;").line("}").line();
  }

 private:
  void emit_head() {
    std::vector<std::string> parameters{interface_.c_name + " _service"};
    for (const Parameter& input : inputs_) {
      const bool structure = input.type.kind == TypeKind::structure;
      parameters.push_back(
          fmt::format("{}{} {}", input.c_type, structure ? "*" : "", input.c_name));
    }
    if (answer_.structure != nullptr) {
      parameters.push_back(
          fmt::format("{}* {}", answer_.structure->c_type, answer_.structure->c_name));
    }
    out_.list(fmt::format("LIBSEL4_INLINE {} {}(", result_.empty() ? "seL4_Error" : result_,
                          method_.c_name),
              parameters, ") {");
  }

  static std::string words_in(const Parameter& structure) {
    return fmt::format("LIBSEL4_WORDS_IN({})", structure.c_name);
  }

  /// Where the words of a structure that travel in the buffer end: with it, or before, if the
  /// method has a count of them.
  [[nodiscard]] std::string structure_end(const Parameter& structure) const {
    const bool counted = std::any_of(inputs_.begin(), inputs_.end(), [](const Parameter& input) {
      return input.c_name == "count" && input.c_type == "seL4_Word";
    });
    return counted ? fmt::format("libsel4_least(count, {})", words_in(structure))
                   : words_in(structure);
  }

  [[nodiscard]] std::string request_length() const {
    if (request_.structure == nullptr) return std::to_string(request_.words);
    const std::string length = words_in(*request_.structure);
    return request_.words == 0 ? length : fmt::format("{} + {}", request_.words, length);
  }

  void emit_request() {
    std::vector<std::string> words(register_words, "0");
    for (std::size_t i = 0; i < request_.words; ++i) {
      std::string word = word_expression(request_, i, word_bits_, Language::c);
      if (i < register_words) {
        words[i] = std::move(word);
      } else {
        out_.line(fmt::format("  seL4_SetMR({}, {});", i, word));
      }
    }
    if (const Parameter* structure = request_.structure) {
      const std::size_t in_registers = words_in_registers(request_);
      check_size(*structure, in_registers);
      for (std::size_t i = 0; i < in_registers; ++i) {
        words[request_.words + i] = fmt::format("((const seL4_Word*){})[{}]", structure->c_name, i);
      }
      out_.list(
          "  libsel4_put_words(",
          {fmt::format("(const seL4_Word*){}", structure->c_name), std::to_string(in_registers),
           structure_end(*structure), std::to_string(request_.words)},
          ");");
    }
    out_.list("  seL4_Word words[] = {", words, "};");
  }

  void emit_answer() {
    std::vector<std::string> words;
    for (std::size_t i = 0; i < answer_.words; ++i) {
      words.push_back(i < register_words ? fmt::format("words[{}]", i)
                                         : fmt::format("seL4_GetMR({})", i));
    }
    for (const Slot& slot : answer_.slots) {
      const Parameter& output = *slot.parameter;
      out_.line(fmt::format("  result.{}{} = {};", output.c_name,
                            output.type.kind == TypeKind::bitfield ? ".words[0]" : "",
                            value_expression(slot, words, word_bits_, Language::c)));
    }
    if (const Parameter* structure = answer_.structure) {
      const std::size_t in_registers = words_in_registers(answer_);
      check_size(*structure, in_registers);
      for (std::size_t i = 0; i < in_registers; ++i) {
        out_.line(fmt::format("  ((seL4_Word*){})[{}] = words[{}];", structure->c_name, i,
                              answer_.words + i));
      }
      out_.list("  libsel4_get_words(",
                {fmt::format("(seL4_Word*){}", structure->c_name), std::to_string(in_registers),
                 structure_end(*structure), std::to_string(answer_.words)},
                ");");
    }
  }

  /// How many words of a message's structure travel in registers.
  [[nodiscard]] static std::size_t words_in_registers(const Message& message) {
    return std::min(register_words - std::min(message.words, register_words),
                    message.structure->type.members);
  }

  /// The C type must have what travels in registers, and no more than the interface says.
  void check_size(const Parameter& structure, std::size_t in_registers) {
    const std::string range = fmt::format("{0} >= {1} && {0} <= {2}", words_in(structure),
                                          in_registers, structure.type.members);
    out_.list("  SEL4_COMPILE_ASSERT(", {structure.c_name + "_size", range}, ")");
  }

  void emit_call(const std::string& left, const std::string& call) {
    if (2 + left.size() + 1 + call.size() + 1 <= max_columns) {
      out_.line(fmt::format("  {} {};", left, call));
    } else {
      out_.line("  " + left).line(fmt::format("      {};", call));
    }
  }

  Writer& out_;
  const Interface& interface_;
  const Method& method_;
  std::size_t word_bits_;
  std::string result_;
  std::vector<Parameter> inputs_;
  Message request_;
  Message answer_;
};

void emit_result_type(Writer& out, const Method& method) {
  if (result_type(method).empty()) return;
  out.line(fmt::format("struct {} {{", method.c_name)).line("  int error;");
  for (const Parameter& output : method.outputs) {
    if (output.type.kind == TypeKind::structure) continue;
    out.line(fmt::format("  {} {};", output.c_type, output.c_name));
  }
  out.line("};").line(fmt::format("typedef struct {0} {0}_t;", method.c_name)).line();
}

constexpr std::string_view support =
    R"(#define LIBSEL4_WORDS_IN(structure) (sizeof(*(structure)) / sizeof(seL4_Word))

/// What every invocation does: the call, and on failure the words that came in registers to where
/// programs look for details. Gives them back in `words`.
static inline __attribute__((__always_inline__)) seL4_Error libsel4_invoke(
    seL4_CPtr service, seL4_Word label, seL4_Word caps, seL4_Word length, seL4_Word* words) {
  const seL4_MessageInfo_t answer =
      seL4_CallWithMRs(service, seL4_MessageInfo_new(label, 0, caps, length), &words[0], &words[1],
                       &words[2], &words[3]);
  const seL4_Error error = (seL4_Error)seL4_MessageInfo_get_label(answer);
  if (error != seL4_NoError) {
    seL4_SetMR(0, words[0]);
    seL4_SetMR(1, words[1]);
    seL4_SetMR(2, words[2]);
    seL4_SetMR(3, words[3]);
#ifdef CONFIG_KERNEL_INVOCATION_REPORT_ERROR_IPC
    if (seL4_CanPrintError()) seL4_DebugPutString(seL4_GetDebugError());
#endif
  }
  return error;
}

static inline seL4_Word libsel4_least(seL4_Word a, seL4_Word b) { return a < b ? a : b; }

/// Words `begin` to `end` of a structure, between it and a message in which it starts at `start`.
static inline void libsel4_put_words(const seL4_Word* from, seL4_Word begin, seL4_Word end,
                                     seL4_Word start) {
  for (seL4_Word i = begin; i < end; i++) seL4_SetMR((int)(start + i), from[i]);
}

static inline void libsel4_get_words(seL4_Word* to, seL4_Word begin, seL4_Word end,
                                     seL4_Word start) {
  for (seL4_Word i = begin; i < end; i++) to[i] = seL4_GetMR((int)(start + i));
}
)";

}  // namespace

std::string emit_c_client(const Inputs& inputs) {
  Writer out(inputs.interface_files, {"sel4/arch/syscalls.h", "sel4/invocation.h", "sel4/types.h"});
  out.line(support);
  for (const Interface& interface : inputs.api.interfaces) {
    for (const Method& method : interface.methods) {
      if (!is_chosen(interface, method)) continue;
      // Their types are always there.
      emit_result_type(out, method);
      if (method.condition.holds) ClientEmitter(out, interface, method, inputs.word_bits).emit();
    }
  }
  std::string text = out.take();
  while (text.ends_with("\n\n")) text.pop_back();
  return text;
}

}  // namespace sel4::codegen
