// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "throw.hpp"

namespace std {
void __throw_invalid_argument(const char* what) {
  sel4::cxxrt::instead_of_throwing("std::invalid_argument", what);
}
}  // namespace std
