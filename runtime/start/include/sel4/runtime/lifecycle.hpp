// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

namespace sel4::runtime {

/// What a thread runs once it has a stack and thread-local storage.
using MainThread = void (*)(const void* argument);

/// Gives the calling thread, which runs on the initial stack, thread-local storage at the top of
/// that stack and goes on with `run(argument)`, which must not return. In programs without
/// thread-local storage (variant minimal) it just calls. Aborts if the storage does not fit in the
/// stack.
///
/// Not noexcept: an uncaught exception must find no handler on its way, so that std::terminate is
/// called where it was thrown, with the whole stack to look at.
[[noreturn]] void start_main_thread(MainThread run, const void* argument);

/// Runs the functions of .preinit_array and .init_array. Once per program.
void run_constructors();

/// Runs, once per program, what is to run at its end: destructors of the calling thread's
/// thread-local variables, exit handlers (which include destructors of static variables), then
/// .fini_array backwards.
void run_destructors();

/// run_destructors(), then the program halts. C's exit() is this.
[[noreturn]] void exit_program();

}  // namespace sel4::runtime
