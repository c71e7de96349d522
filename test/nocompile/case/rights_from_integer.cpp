// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// A bare number is no set of rights.
// error: cannot convert|could not convert|no viable conversion|no known conversion|private|no
// matching

#include <sel4/rights.hpp>

using namespace sel4;

#ifdef SEL4_NOCOMPILE
constexpr Rights rights{Word{3}};
#else
constexpr Rights rights = Rights::rw;
#endif
static_assert(rights.contains(Rights::read));
