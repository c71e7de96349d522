// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "throw.hpp"

extern "C" char* strerror(int number) noexcept;

namespace std {
void __throw_system_error(int number) {
  sel4::cxxrt::instead_of_throwing("std::system_error", strerror(number));
}
}  // namespace std
