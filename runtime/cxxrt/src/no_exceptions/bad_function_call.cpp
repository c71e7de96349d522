// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "throw.hpp"

namespace std {
void __throw_bad_function_call() {
  sel4::cxxrt::instead_of_throwing("std::bad_function_call", nullptr);
}
}  // namespace std
