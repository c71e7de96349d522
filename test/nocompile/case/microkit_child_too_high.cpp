// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// A child's number is at most 61.
// error: a child has a number from 0 to 61

#include <sel4/microkit/child.hpp>

#ifdef SEL4_NOCOMPILE
inline constexpr sel4::microkit::Child<62> child;
#else
inline constexpr sel4::microkit::Child<61> child;
#endif

sel4::Result<> stop() { return child.stop(); }
