// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/initial_context.hpp>

#include <array>
#include <doctest/doctest.h>
#include <vector>

namespace sel4 {
namespace {

TEST_CASE("a function starts with its arguments and an aligned stack") {
  const std::array<Word, 3> arguments{11, 12, 13};
  const UserContext context = function_context({.entry = Vaddr{0x40'0000},
                                                .stack_top = Vaddr{0x50'00ff},
                                                .arguments = arguments,
                                                .tls_base = Vaddr{0x60'0000}});
  CHECK(context.pc() == Vaddr{0x40'0000});
  CHECK(context.sp() + arch::UserContextAccess::call_frame_bytes == Vaddr{0x50'00f0});
  CHECK(context.tls_base() == Vaddr{0x60'0000});
  CHECK(context.argument(0) == 11);
  CHECK(context.argument(2) == 13);
  CHECK(context.argument(3) == 0);
}

TEST_CASE("a process starts with its stack pointer at the top") {
  const UserContext context =
      process_context({.entry = Vaddr{0x40'0000}, .stack_top = Vaddr{0x50'0000}});
  CHECK(context.sp() == Vaddr{0x50'0000});
  CHECK(context.argument(0) == 0);
}

TEST_CASE("arguments beyond the registers are left out") {
  const std::vector<Word> many(UserContext::argument_count + 5, 7);
  const UserContext context =
      function_context({.entry = Vaddr{0x1000}, .stack_top = Vaddr{0x2000}, .arguments = many});
  CHECK(context.argument(UserContext::argument_count - 1) == 7);
  CHECK(context.pc() == Vaddr{0x1000});
}

TEST_CASE("the argument registers are all different, and none is pc, sp or thread pointer") {
  UserContext context;
  for (std::size_t index = 0; index < UserContext::argument_count; ++index) {
    context.set_argument(index, index + 1);
  }
  for (std::size_t index = 0; index < UserContext::argument_count; ++index) {
    CHECK(context.argument(index) == index + 1);
  }
  CHECK(context.pc() == Vaddr{0});
  CHECK(context.sp() == Vaddr{0});
  CHECK(context.tls_base() == Vaddr{0});
}

}  // namespace
}  // namespace sel4
