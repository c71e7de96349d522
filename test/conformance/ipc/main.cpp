// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// Messages, signals and replies: who gets what, and when.

#include "parts.hpp"

#include <sel4/test/root_task.hpp>

namespace {

using namespace sel4;
using namespace sel4::conformance;

void run(const BootInfo& boot_info) {
  Scratch scratch{boot_info};
  set_main_priority();
  messages(scratch);
  transfer(scratch);
  notifications(scratch);
  replies(scratch);
  anything(scratch);
  end();
  test::pass();
}

}  // namespace

SEL4_ROOT_TASK(run, .stack_size = 64 * 1024);
