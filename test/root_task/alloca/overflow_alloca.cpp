// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// Ends in a fault: more memory from the stack than there is, without ever calling deeper.

#include <sel4/print.hpp>
#include <sel4/root_task.hpp>

namespace {

// So that the page below the stack is not the first of the image, nor anything unmapped.
volatile char below_the_guard[4 * 1024 * 1024];

[[gnu::noinline]] int take(unsigned long size) {
  auto* const bytes = static_cast<volatile char*>(__builtin_alloca(size));
  bytes[0] = 1;
  return bytes[0] + below_the_guard[0];
}

void run() {
  sel4::println("now over the end of the stack");
  unsigned long size = 1024 * 1024;
  __asm__ volatile("" : "+r"(size));
  sel4::println("came back from ", take(size));
}

}  // namespace

SEL4_ROOT_TASK(run)
