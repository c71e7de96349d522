// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "../provoke.hpp"

#include <sel4/base/panic.hpp>

void provoke() {
  const int answer = opaque(41);
  SEL4_ASSERT(answer == 42);
}
