// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/base/panic.hpp>

namespace __gnu_cxx {
// Reached only if code built with exceptions was linked into a program without.
void __verbose_terminate_handler() { sel4::panic("std::terminate called"); }
}  // namespace __gnu_cxx
