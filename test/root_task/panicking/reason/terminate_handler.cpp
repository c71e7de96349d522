// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// The program's own handler of std::terminate.

#include "../provoke.hpp"

#include <sel4/base/panic.hpp>

#include <exception>

void provoke() {
  std::set_terminate([] { sel4::panic("the program's own terminate handler"); });
  std::terminate();
}
