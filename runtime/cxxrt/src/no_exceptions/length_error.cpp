// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "throw.hpp"

namespace std {
void __throw_length_error(const char* what) {
  sel4::cxxrt::instead_of_throwing("std::length_error", what);
}
}  // namespace std
