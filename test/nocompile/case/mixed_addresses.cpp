// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// Virtual and physical addresses do not mix.
// error: no match for|invalid operands|cannot convert|no viable

#include <sel4/address.hpp>

using namespace sel4;

Word distance(Vaddr a, Paddr b) {
#ifdef SEL4_NOCOMPILE
  return a - b;
#else
  return a - Vaddr{b.value()};
#endif
}
