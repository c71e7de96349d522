// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/runtime/lifecycle.hpp>

void sel4::runtime::start_main_thread(MainThread run, const void* argument) {
  run(argument);
  __builtin_unreachable();
}
