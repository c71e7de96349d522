// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// A program that links this library shows its stack when it panics or aborts.

#include <sel4/backtrace.hpp>
#include <sel4/runtime/hooks.hpp>

extern "C" {

/// What the linker is told to look for, so that it comes upon this object.
extern const char sel4_backtrace_on_panic;
const char sel4_backtrace_on_panic = 1;

void sel4_runtime_print_backtrace() noexcept { sel4::print_backtrace(); }
}
