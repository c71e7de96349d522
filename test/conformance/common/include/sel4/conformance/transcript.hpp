// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/conformance/text.hpp>
#include <sel4/sys/registers.hpp>

#include <array>
#include <string_view>

namespace sel4::conformance {

/// Lines of a transcript start with this; other output, the kernel's for example, does not count.
inline constexpr std::string_view line_mark = "| ";

template <class... Parts>
void line(const Parts&... parts) {
  println(line_mark, parts...);
}

/// Whether it gives the range of budgets on a machine that measures its clock when it boots.
inline bool is_longest_time(const sys::Registers& reply) noexcept {
  return config::arch_x86_64 && reply.mr0 == 20 && reply.mr1 >> 40 != 0;
}

/// Adds what the kernel said to an invocation: the error, and of the answer what the manual says
/// that error explains itself with. Of a success only how long the answer is: its words may be
/// addresses, which differ from machine to machine.
inline void add_answer(Text& text, const sys::Registers& reply) noexcept {
  const MessageInfo info = sys::message_info(reply);
  const auto error = static_cast<Error>(info.label());
  switch (error) {
    case Error::none:
      text.add("ok, words ", info.length());
      break;
    case Error::invalid_argument:
    case Error::invalid_capability:
      text.add(error, " ", reply.mr0);
      break;
    case Error::range:
      text.add("RangeError ", hex(reply.mr0), " ");
      if (is_longest_time(reply)) {
        text.add("longest");
      } else {
        text.add(hex(reply.mr1));
      }
      break;
    case Error::not_enough_memory:
      text.add("NotEnoughMemory ", hex(reply.mr0));
      break;
    case Error::failed_lookup:
      text.add("FailedLookup ", reply.mr0, " type ", reply.mr1, " bits ");
      // MissingCapability says one more, DepthMismatch two and GuardMismatch three.
      text.add(reply.mr1 == 1 ? Word{0} : reply.mr2, " ", reply.mr1 > 2 ? reply.mr3 : Word{0});
      break;
    default:
      text.add(error);
      break;
  }
}

/// The same as the rest of a line.
inline void print_answer(const sys::Registers& reply) {
  Text text;
  add_answer(text, reply);
  println(text.view());
}

/// How often each method gave each error, of all that this program asked.
class Tally {
 public:
  static constexpr std::size_t error_count = 12;

  static void count(Word label, const sys::Registers& reply) noexcept {
    const auto error = static_cast<std::size_t>(sys::message_info(reply).label());
    if (label < sys::invocation_label_count && error < error_count) ++counts()[label][error];
  }

  /// Lines by which coverage is counted: `= <method> <error>`.
  static void print() {
    for (Word label = 0; label < sys::invocation_label_count; ++label) {
      for (std::size_t error = 0; error < error_count; ++error) {
        if (counts()[label][error] == 0) continue;
        line("= ", sys::label_name(static_cast<sys::InvocationLabel>(label)), " ",
             describe(static_cast<Error>(error)));
      }
    }
  }

 private:
  using Counts = std::array<std::array<unsigned, error_count>, sys::invocation_label_count>;
  static Counts& counts() noexcept {
    static constinit Counts counts{};
    return counts;
  }
};

/// The end of every transcript.
inline void end() {
  Tally::print();
  line("end");
}

}  // namespace sel4::conformance
