// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/test/sentinel.hpp>

#include <cstdlib>

void sel4::test::pass() noexcept {
  announce(true);
  std::exit(EXIT_SUCCESS);
}

void sel4::test::fail() noexcept {
  announce(false);
  std::exit(EXIT_FAILURE);
}
