// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// A computed priority has to be checked.
// error: constant expression|not a constant

#include <sel4/priority.hpp>

using namespace sel4;

Priority from(Word value) {
#ifdef SEL4_NOCOMPILE
  return Priority{value};
#else
  return Priority::checked(value).value_or(Priority::lowest());
#endif
}
