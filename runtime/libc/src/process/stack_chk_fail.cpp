// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/base/panic.hpp>

extern "C" [[noreturn]] void __stack_chk_fail() noexcept {
  sel4::panic("stack smashing detected", "a function wrote past one of its arrays");
}
