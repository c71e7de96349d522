// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// Ends in a fault: a recursion that never ends.

#include <sel4/print.hpp>
#include <sel4/root_task.hpp>

namespace {

[[gnu::noinline]] unsigned long without_end(unsigned long depth) {
  volatile unsigned long room[8] = {depth};
  return depth == ~0ul ? 0 : without_end(depth + 1) + room[0];
}

void run() {
  sel4::println("now over the end of the stack");
  sel4::println("came back from ", without_end(0));
}

}  // namespace

SEL4_ROOT_TASK(run)
