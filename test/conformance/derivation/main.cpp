// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// How capabilities are derived and what goes with them: which slots are full after every step.

#include "parts.hpp"

#include <sel4/test/root_task.hpp>

namespace {

using namespace sel4;
using namespace sel4::conformance;

void run(const BootInfo& boot_info) {
  Scratch scratch{boot_info};
  Board board{scratch};
  copies(board);
  nodes(board);
  threads(board);
  anything(board);
  end();
  test::pass();
}

}  // namespace

SEL4_ROOT_TASK(run, .stack_size = 64 * 1024);
