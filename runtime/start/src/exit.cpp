// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/runtime/lifecycle.hpp>

#include <cstdlib>

// There is nobody to take the status.
extern "C" void exit(int) noexcept { sel4::runtime::exit_program(); }
