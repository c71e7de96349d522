// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "../provoke.hpp"

#include <vector>

void provoke() {
  const std::vector<int> numbers(3);
  opaque(numbers.at(opaque<std::size_t>(7)));
}
