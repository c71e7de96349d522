// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// The C++ language and library on seL4, in the unwind variant: the test program. What is tested
// stands in the other files.

#include <sel4/heap.hpp>
#include <sel4/test/root_task.hpp>

SEL4_STATIC_HEAP(4 * 1024 * 1024);

SEL4_TEST_MAIN(.stack_size = 128 * 1024)
