// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/runtime/abort.hpp>

// Where the parts of the runtime meet. All but the first have weak definitions that do nothing; the
// object that defines the real one is linked only into programs that use what it serves. So
// programs pay one call for each feature that they do not use.
extern "C" {

/// Stops the program for ever: the running thread and the initial one. Nothing is printed and no
/// destructor runs. Defined by the library for the kind of program (the root task's suspends the
/// TCB).
[[noreturn]] void sel4_runtime_halt() noexcept;

/// Makes `buffer` the calling thread's IPC buffer. Real in programs that use `__sel4_ipc_buffer`.
void sel4_runtime_set_ipc_buffer(void* buffer) noexcept;

/// Applies the relocations that static programs keep for start-up (IRELATIVE). Real in programs
/// that link a libm with variants of its functions. Runs before constructors.
void sel4_runtime_relocate() noexcept;

/// Runs the destructors of the calling thread's thread-local variables, last constructed first.
/// Real in programs that have such. (The name is that of the C library.)
void __call_tls_dtors() noexcept;

/// Runs what __cxa_atexit and atexit have collected, last first. Real in programs that use them.
void sel4_runtime_run_exit_handlers() noexcept;

/// Prints the calling thread's stack trace after the message of a panic or an abort. Real in
/// programs that ask for stack traces.
void sel4_runtime_print_backtrace() noexcept;
}
