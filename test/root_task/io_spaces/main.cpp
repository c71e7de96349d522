// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/test/root_task.hpp>

SEL4_TEST_MAIN(.stack_size = 64 * 1024)
