// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// C's own assert(), also where builds define NDEBUG.
#undef NDEBUG

#include "../provoke.hpp"

#include <cassert>

void provoke() { assert(opaque(41) == 42); }
