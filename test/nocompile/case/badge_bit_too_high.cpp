// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// A word does not have that bit.
// error: badge_has_no_such_bit

#include <sel4/badge.hpp>

using namespace sel4;

#ifdef SEL4_NOCOMPILE
constexpr Badge badge = Badge::bit(64);
#else
constexpr Badge badge = Badge::bit(63);
#endif
static_assert(badge.value() != 0);
