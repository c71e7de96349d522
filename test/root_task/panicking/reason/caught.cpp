// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// No panic at all: what is thrown is caught.

#include "../provoke.hpp"

#include <sel4/base/panic.hpp>

#include <stdexcept>
#include <string_view>

namespace {

[[gnu::noinline]] void thrower(int depth) {
  if (depth == 0) throw std::runtime_error("thrown");
  thrower(opaque(depth) - 1);
  opaque(depth);
}

}  // namespace

void provoke() {
  bool caught = false;
  try {
    thrower(5);
  } catch (const std::exception& error) {
    caught = std::string_view(error.what()) == "thrown";
  }
  SEL4_ASSERT(caught);
}
