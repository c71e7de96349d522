// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/backtrace.hpp>
#include <sel4/heap.hpp>
#include <sel4/test/root_task.hpp>

// Exceptions take one.
SEL4_STATIC_HEAP(128 * 1024);
SEL4_IMAGE_NAME("calls");

SEL4_TEST_MAIN(.stack_size = 32 * 1024)
