// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "../provoke.hpp"

#include <array>

void provoke() {
  const std::array<int, 3> numbers{1, 2, 3};
  opaque(numbers.at(opaque<std::size_t>(7)));
}
