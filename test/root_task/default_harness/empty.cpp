// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// A program of no tests, which is no success.

#include <sel4/test/root_task.hpp>

SEL4_TEST_MAIN()
