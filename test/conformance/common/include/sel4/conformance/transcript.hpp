// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/error.hpp>
#include <sel4/print.hpp>
#include <sel4/sel4.hpp>
#include <sel4/sys/registers.hpp>

#include <string_view>

namespace sel4::conformance {

/// Lines of a transcript start with this; other output, the kernel's for example, does not count.
inline constexpr std::string_view line_mark = "| ";

template <class... Parts>
void line(const Parts&... parts) {
  println(line_mark, parts...);
}

/// Prints the rest of a line with what the kernel said to an invocation: the error, and of the
/// answer what the manual says that error explains itself with. Of a success only how long the
/// answer is: its words may be addresses, which differ from machine to machine.
inline void print_answer(const sys::Registers& reply) {
  const MessageInfo info = sys::message_info(reply);
  switch (static_cast<Error>(info.label())) {
    case Error::none:
      println("ok, words ", info.length());
      break;
    case Error::invalid_argument:
    case Error::invalid_capability:
      println(describe(static_cast<Error>(info.label())), " ", reply.mr0);
      break;
    case Error::range:
      println("RangeError ", hex(reply.mr0), " ", hex(reply.mr1));
      break;
    case Error::not_enough_memory:
      println("NotEnoughMemory ", hex(reply.mr0));
      break;
    case Error::failed_lookup:
      print("FailedLookup ", reply.mr0, " type ", reply.mr1, " bits ");
      // MissingCapability says one more, DepthMismatch two and GuardMismatch three.
      println(reply.mr1 == 1 ? Word{0} : reply.mr2, " ", reply.mr1 > 2 ? reply.mr3 : Word{0});
      break;
    default:
      println(describe(static_cast<Error>(info.label())));
      break;
  }
}

}  // namespace sel4::conformance
