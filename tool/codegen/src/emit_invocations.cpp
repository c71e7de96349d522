// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "emit.hpp"
#include "emit_method.hpp"
#include "method_choice.hpp"
#include "writer.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <string>
#include <string_view>
#include <vector>

namespace sel4::codegen {

namespace {

Output emit_interface(const Interface& interface, const Inputs& inputs) {
  Writer out(inputs.interface_files,
             {"sel4/base/std_parts.hpp", "sel4/sys/available.hpp", "sel4/sys/bitfields.hpp",
              "sel4/sys/invocation_label.hpp", "sel4/sys/invocation_support.hpp",
              "sel4/sys/invoke.hpp", "sel4/sys/ipc.hpp", "", "cstddef", "cstdint"});
  out.line("namespace sel4::sys {").line();
  for (const Method& method : interface.methods) {
    if (!is_chosen(interface, method)) continue;
    if (method.condition.holds) {
      emit_method(out, method, inputs.word_bits);
    } else {
      emit_missing_method(out, method, needed(interface, method));
    }
  }
  out.line("}  // namespace sel4::sys");
  return {"include/sel4/sys/invocations/" + interface.name + ".hpp", out.take()};
}

Output emit_available(const Inputs& inputs) {
  Writer out(inputs.interface_files, {});
  out.doc(
      "Which invocations this kernel has, by the names of their functions. For `requires` and "
      "`if constexpr`.");
  out.line("namespace sel4::sys::available {").line();
  for (const Interface& interface : inputs.api.interfaces) {
    for (const Method& method : interface.methods) {
      if (!is_chosen(interface, method)) continue;
      const std::string condition = needed(interface, method);
      out.doc(method.condition.holds && is_everywhere(interface, method)
                  ? "On every kernel of this architecture."
                  : "Needs " + condition + '.');
      out.line(
          fmt::format("inline constexpr bool {} = {};", method.function, method.condition.holds));
    }
  }
  out.line().line("}  // namespace sel4::sys::available");
  return {"include/sel4/sys/available.hpp", out.take()};
}

Output emit_support() {
  Writer out({"its own text"},
             {"sel4/base/std_parts.hpp", "sel4/sys/ipc.hpp", "sel4/sys/registers.hpp", "", "array",
              "bit", "cstddef", "type_traits"});
  static constexpr std::string_view text = R"(namespace sel4::sys::detail {

/// A text as a template argument, for diagnostics.
template <std::size_t N>
struct Text {
  // NOLINTNEXTLINE: implicit, so that a string literal is a template argument.
  consteval Text(const char (&text)[N]) { std::copy(text, text + N, value); }

  char value[N];
};

/// Never satisfied: constrains the functions of invocations that this kernel does not have, so that
/// the compiler names the configuration they need.
template <class Ipc, Text condition>
concept this_kernel_lacks_it_needs = sizeof(Ipc) == 0;

/// How many message words a C structure of words takes.
template <class T>
inline constexpr std::size_t words_of = [] {
  static_assert(std::is_trivially_copyable_v<T> && sizeof(T) % sizeof(Word) == 0);
  return sizeof(T) / sizeof(Word);
}();

/// Word `index` of a structure; 0 past its end.
template <std::size_t index, class T>
[[nodiscard]] constexpr Word struct_word(const T& from) noexcept {
  if constexpr (index < words_of<T>) {
    return std::bit_cast<std::array<Word, words_of<T>>>(from)[index];
  } else {
    return 0;
  }
}

/// Puts those of the first `count` words of a structure that do not travel in registers into the
/// buffer, for a message in which the structure starts at word `start`.
template <std::size_t start, class T>
constexpr void put_struct(const T& from, std::size_t count, IpcBuffer& buffer) noexcept {
  const auto words = std::bit_cast<std::array<Word, words_of<T>>>(from);
  constexpr std::size_t first = start < register_words ? register_words - start : 0;
  for (std::size_t i = first; i < std::min(count, words.size()); ++i) {
    buffer.msg[start + i] = words[i];
  }
}

/// The first `count` words of a structure that starts at word `start` of an answer; 0 the others.
template <std::size_t start, class T>
[[nodiscard]] constexpr T get_struct(std::size_t count, const Registers& reply,
                                     const IpcBuffer& buffer) noexcept {
  const std::array<Word, register_words> registers{reply.mr0, reply.mr1, reply.mr2, reply.mr3};
  std::array<Word, words_of<T>> words{};
  for (std::size_t i = 0; i < std::min(count, words.size()); ++i) {
    words[i] = start + i < register_words ? registers[start + i] : buffer.msg[start + i];
  }
  return std::bit_cast<T>(words);
}

}  // namespace sel4::sys::detail)";
  out.line(text);
  return {"include/sel4/sys/invocation_support.hpp", out.take()};
}

Output emit_umbrella(const Inputs& inputs) {
  std::vector<std::string> includes{"sel4/sys/available.hpp"};
  for (const Interface& interface : inputs.api.interfaces) {
    includes.push_back("sel4/sys/invocations/" + interface.name + ".hpp");
  }
  std::sort(includes.begin(), includes.end());
  std::string text = Writer(inputs.interface_files, includes).take();
  while (text.ends_with("\n\n")) text.pop_back();
  return {"include/sel4/sys/invocations.hpp", std::move(text)};
}

}  // namespace

std::vector<Output> emit_invocations(const Inputs& inputs) {
  std::vector<Output> outputs{emit_available(inputs), emit_support(), emit_umbrella(inputs)};
  for (const Interface& interface : inputs.api.interfaces) {
    outputs.push_back(emit_interface(interface, inputs));
  }
  return outputs;
}

}  // namespace sel4::codegen
