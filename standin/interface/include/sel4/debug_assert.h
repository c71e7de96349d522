// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

// seL4_Assert() unless NDEBUG is defined; then the expression is not evaluated.
#ifdef NDEBUG
  #define seL4_DebugAssert(expr) ((void)(0))
#else
  #include <sel4/assert.h>
  #define seL4_DebugAssert(expr) seL4_Assert(expr)
#endif
