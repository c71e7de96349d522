// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/macros.h>

// Checks that are always made. The runtime or the C library says what happens when one fails.
#ifdef __cplusplus
extern "C" {
#endif
void __assert_fail(const char* str, const char* file, int line, const char* function);
#ifdef __cplusplus
}
#endif

#define seL4_Fail(text) __assert_fail(text, __FILE__, __LINE__, __func__)

#define seL4_Assert(expr)          \
  do {                             \
    if (!(expr)) seL4_Fail(#expr); \
  } while (0)

#define seL4_CompileTimeAssert(expr) SEL4_COMPILE_ASSERT(seL4_CompileTimeAssert, expr)
