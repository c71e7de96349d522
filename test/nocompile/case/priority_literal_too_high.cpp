// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// A literal above the maximum is seen when it is compiled.
// error: priority_is_above_the_maximum

#include <sel4/priority.hpp>

using namespace sel4;

Priority highest() {
#ifdef SEL4_NOCOMPILE
  return Priority{256};
#else
  return Priority{255};
#endif
}
