// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "../provoke.hpp"

#include <stdexcept>

namespace {

[[gnu::noinline]] void thrower() {
  if (opaque(true)) throw std::logic_error("left a noexcept function");
}
[[gnu::noinline]] void promises_too_much() noexcept { thrower(); }

}  // namespace

void provoke() {
  // The function in between ends the program, whoever would catch the exception further out.
  try {
    promises_too_much();
  } catch (const std::exception&) {
  }
}
