// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// Writes the program that compares our stubs with libsel4's, method by method, for one kernel.
//
//   codegen_write_cases <include directory of libsel4> <output file>

#include "generator.hpp"
#include "input_error.hpp"
#include "output.hpp"

#include <algorithm>
#include <cstdio>
#include <fmt/format.h>
#include <string>
#include <vector>

using namespace sel4::codegen;

namespace {

struct Arguments {
  std::string c;
  std::string cpp;
};

Arguments arguments_of(const Method& method) {
  Arguments result{"0x7001", "sel4::sys::GivenIpc{&compare::buffer}, sel4::CPtr{0x7001}"};
  std::size_t index = 0;
  const bool has_structure =
      std::any_of(method.inputs.begin(), method.inputs.end(),
                  [](const Parameter& p) { return p.type.kind == TypeKind::structure; }) ||
      std::any_of(method.outputs.begin(), method.outputs.end(),
                  [](const Parameter& p) { return p.type.kind == TypeKind::structure; });
  for (const Parameter& input : method.inputs) {
    std::string value = fmt::format("compare::argument({})", index);
    // libsel4 always sends whole structures: compare with what we send for all of it.
    if (has_structure && input.c_name == "count") value = "sizeof(seL4_UserContext) / sizeof(Word)";
    switch (input.type.kind) {
      case TypeKind::boolean:
        result.c += fmt::format(", static_cast<seL4_Bool>({} & 1)", value);
        result.cpp += fmt::format(", ({} & 1) != 0", value);
        break;
      case TypeKind::integer:
        result.c += fmt::format(", static_cast<{}>({})", input.c_type, value);
        result.cpp += fmt::format(", static_cast<{}>({})", input.type.cpp, value);
        break;
      case TypeKind::capability:
        result.c += fmt::format(", {}", value);
        result.cpp += fmt::format(", sel4::CPtr{{{}}}", value);
        break;
      case TypeKind::bitfield:
        result.c += fmt::format(", compare::filled<{}>({})", input.c_type, index);
        result.cpp += fmt::format(", compare::filled<sel4::sys::{}>({})", input.type.cpp, index);
        break;
      case TypeKind::structure:
        result.c += fmt::format(", &in_{}", input.name);
        result.cpp += fmt::format(", in_{}", input.name);
        break;
    }
    ++index;
  }
  for (const Parameter& output : method.outputs) {
    if (output.type.kind == TypeKind::structure) result.c += fmt::format(", &out_{}", output.name);
  }
  return result;
}

std::string case_of(const Method& method) {
  const Arguments arguments = arguments_of(method);
  std::string structures;
  std::string c_outputs;
  std::string cpp_outputs;
  bool scalar = false;
  std::size_t index = 0;
  for (const Parameter& input : method.inputs) {
    if (input.type.kind == TypeKind::structure) {
      structures += fmt::format("  {0} in_{1} = compare::filled<{0}>({2});\n", input.type.cpp,
                                input.name, index);
    }
    ++index;
  }
  for (const Parameter& output : method.outputs) {
    if (output.type.kind == TypeKind::structure) {
      structures += fmt::format("  {} out_{}{{}};\n", output.type.cpp, output.name);
      c_outputs += fmt::format("      compare::output(out_{});\n", output.name);
    } else {
      scalar = true;
      c_outputs += fmt::format("      compare::output(r.{});\n", output.c_name);
    }
    cpp_outputs += method.outputs.size() == 1
                       ? "      compare::output(*r);\n"
                       : fmt::format("      compare::output(r->{});\n", output.name);
  }
  return fmt::format(R"({{
{structures}  compare::check("{function}", [&] {{
    const auto r = {c_name}({c_arguments});
    compare::recording.error = static_cast<Word>({c_error});
    if (compare::recording.error == 0) {{
{c_outputs}    }}
  }}, [&] {{
    const auto r = sel4::sys::{function}({cpp_arguments});
    compare::recording.error = static_cast<Word>(r.error());
    if (r) {{
{cpp_outputs}    }}
  }});
}}
)",
                     fmt::arg("structures", structures), fmt::arg("function", method.function),
                     fmt::arg("c_name", method.c_name), fmt::arg("c_arguments", arguments.c),
                     fmt::arg("c_error", scalar ? "r.error" : "r"),
                     fmt::arg("c_outputs", c_outputs), fmt::arg("cpp_arguments", arguments.cpp),
                     fmt::arg("cpp_outputs", cpp_outputs));
}

std::string program_of(const Inputs& inputs) {
  std::string text =
      "#include <sel4/arch/syscalls.h>\n#include <sel4/invocation.h>\n#include "
      "<interfaces/sel4_client.h>\n"
      "#include <sel4/sys/invocations.hpp>\n\nusing sel4::Word;\n\nstatic void run() {\n";
  for (const Interface& interface : inputs.api.interfaces) {
    for (const Method& method : interface.methods) {
      if (method.condition.holds) text += case_of(method);
    }
  }
  text +=
      "}\n\nint main() {\n"
      "  for (const compare::Round round : {compare::Round{0, 0}, {~Word{0}, 0}, {1, 0}, {2, 3}}) "
      "{\n"
      "    compare::round = round;\n    run();\n  }\n"
      "  std::printf(\"%d calls compared, %d differ\\n\", compare::compared, compare::failures);\n"
      "  return compare::failures == 0 && compare::compared > 0 ? 0 : 1;\n}\n";
  return text;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("usage: codegen_write_cases <include directory> <output file>\n", stderr);
    return 2;
  }
  try {
    std::vector<std::string> paths;
    write_if_changed(argv[2], program_of(read_inputs({argv[1]}, paths)));
  } catch (const InputError& error) {
    std::fprintf(stderr, "error: %s\n", error.what());
    return 1;
  }
  return 0;
}
