// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "../provoke.hpp"

#include <cstdlib>

void provoke() {
  void* const block = std::malloc(opaque<std::size_t>(100));
  std::free(opaque(block));
  std::free(opaque(block));
}
