// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/test/root_task.hpp>

// The initial thread's thread-local storage comes out of its stack: here several times 8 KiB.
SEL4_TEST_MAIN(.stack_size = 128 * 1024)
