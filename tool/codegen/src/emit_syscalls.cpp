// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "emit.hpp"
#include "writer.hpp"

#include <fmt/format.h>
#include <string>

namespace sel4::codegen {

Output emit_syscalls(const Inputs& inputs) {
  Writer out({inputs.syscall_file}, {"sel4/sys/syscall.hpp", "", "string_view"});
  out.doc("The system calls that any configuration of this kernel version has.");
  out.line("namespace sel4::sys::syscall {").line();
  for (const Syscall& call : inputs.syscalls) {
    std::string text = "seL4_Sys" + call.name;
    if (!call.enabled) {
      text += ": not in this kernel, needs " + call.condition;
    } else if (!call.condition.empty()) {
      text += ": " + call.condition;
    }
    out.doc(text);
    out.fields(
        fmt::format("inline constexpr Syscall {}{{", call.function),
        {call.enabled ? fmt::format(".number = static_cast<Word>({})", call.number) : ".number = 0",
         fmt::format(".enabled = {}", call.enabled)},
        "};");
  }
  out.line();
  out.doc(
      "The name of an enabled system call as the kernel writes it, for people; empty for others.");
  out.line("[[nodiscard]] constexpr std::string_view name(Word number) noexcept {");
  for (const Syscall& call : inputs.syscalls) {
    if (!call.enabled) continue;
    out.line(fmt::format("  if (number == {}.number) return {};", call.function, quote(call.name)));
  }
  out.line("  return {};");
  out.line("}").line();
  out.line("}  // namespace sel4::sys::syscall");
  return {"include/sel4/sys/syscall_number.hpp", out.take()};
}

}  // namespace sel4::codegen
