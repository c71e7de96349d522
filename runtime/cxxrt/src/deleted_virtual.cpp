// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/base/panic.hpp>

extern "C" [[noreturn]] void __cxa_deleted_virtual() noexcept {
  sel4::panic("deleted virtual function called");
}
