// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/base/panic.hpp>

extern "C" [[noreturn]] void __cxa_pure_virtual() noexcept {
  sel4::panic("pure virtual function called",
              "a constructor or destructor of a base class, or an object that is gone");
}
