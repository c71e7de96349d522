// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/runtime/hooks.hpp>
#include <sel4/test/sentinel.hpp>

void sel4::test::pass() noexcept {
  announce(true);
  sel4_runtime_halt();
}

void sel4::test::fail() noexcept {
  announce(false);
  sel4_runtime_halt();
}
