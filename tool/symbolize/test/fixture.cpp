// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// A program that prints an address within an inlined function, and where that is in this file.

#include <cstdio>

namespace fixture {

constexpr int inner_line = __LINE__ + 4;
[[gnu::always_inline]] inline void* inner() {
  void* here;
  // The address of this very instruction.
  __asm__ volatile("1: mov $1b, %k0" : "=r"(here));
  return here;
}

constexpr int outer_line = __LINE__ + 2;
[[gnu::noinline]] void* outer(void** out) {
  *out = inner();
  return out;
}

}  // namespace fixture

int main() {
  void* here = nullptr;
  fixture::outer(&here);
  std::printf("%p %d %d\n", here, fixture::inner_line, fixture::outer_line);
  return 0;
}
