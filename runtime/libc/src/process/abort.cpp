// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/runtime/abort.hpp>

extern "C" [[noreturn]] void abort() noexcept { sel4::abort("abort() called"); }
