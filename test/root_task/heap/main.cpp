// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/heap.hpp>
#include <sel4/test/root_task.hpp>

SEL4_STATIC_HEAP(512 * 1024);

SEL4_TEST_MAIN()
