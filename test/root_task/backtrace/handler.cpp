// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// A trace from where an exception was caught.

#include <sel4/backtrace.hpp>
#include <sel4/test/test.hpp>

#include <stdexcept>

namespace {

volatile int handled = 0;

[[gnu::noinline]] void thrower() { throw std::runtime_error("for the handler"); }

[[gnu::noinline]] void catches() {
  try {
    thrower();
  } catch (const std::exception&) {
    sel4::println("in a handler");
    sel4::print_backtrace();  // line catches
    handled = handled + 1;
  }
}

SEL4_TEST(in_a_handler) {
  catches();
  SEL4_CHECK_EQ(handled, 1);
}

}  // namespace
