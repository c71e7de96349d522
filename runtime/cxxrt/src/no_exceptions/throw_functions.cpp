// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// Those that the library has in one object.

#include "throw.hpp"

namespace std {

void __throw_bad_alloc() { sel4::cxxrt::instead_of_throwing("std::bad_alloc", nullptr); }

void __throw_bad_array_new_length() {
  sel4::cxxrt::instead_of_throwing("std::bad_array_new_length", nullptr);
}

void __throw_bad_cast() { sel4::cxxrt::instead_of_throwing("std::bad_cast", nullptr); }

void __throw_bad_exception() { sel4::cxxrt::instead_of_throwing("std::bad_exception", nullptr); }

void __throw_bad_typeid() { sel4::cxxrt::instead_of_throwing("std::bad_typeid", nullptr); }

void __throw_domain_error(const char* what) {
  sel4::cxxrt::instead_of_throwing("std::domain_error", what);
}

void __throw_invalid_argument(const char* what) {
  sel4::cxxrt::instead_of_throwing("std::invalid_argument", what);
}

void __throw_length_error(const char* what) {
  sel4::cxxrt::instead_of_throwing("std::length_error", what);
}

void __throw_logic_error(const char* what) {
  sel4::cxxrt::instead_of_throwing("std::logic_error", what);
}

void __throw_out_of_range(const char* what) {
  sel4::cxxrt::instead_of_throwing("std::out_of_range", what);
}

void __throw_overflow_error(const char* what) {
  sel4::cxxrt::instead_of_throwing("std::overflow_error", what);
}

void __throw_range_error(const char* what) {
  sel4::cxxrt::instead_of_throwing("std::range_error", what);
}

void __throw_runtime_error(const char* what) {
  sel4::cxxrt::instead_of_throwing("std::runtime_error", what);
}

void __throw_underflow_error(const char* what) {
  sel4::cxxrt::instead_of_throwing("std::underflow_error", what);
}

}  // namespace std
