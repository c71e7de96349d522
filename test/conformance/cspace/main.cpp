// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// How addresses of capabilities are looked up, and what the kernel says when they lead nowhere.

#include "space.hpp"

#include <sel4/test/root_task.hpp>

namespace sel4::conformance {

Space::Space(Board& board) {
  board.watch(0);
  board.make(0, ::seL4_CapTableObject, root_bits);
  board.make(1, ::seL4_CapTableObject, second_bits);
  board.make(2, ::seL4_CapTableObject, third_bits);
  board.make(3, ::seL4_CapTableObject, last_node_bits);
  board.make(endpoint, ::seL4_EndpointObject);
  board.make(tcb, ::seL4_TCBObject);
  board.mint(in(0, 1, root_bits), {1}, second_guard << 6 | second_guard_bits);
  board.mint(in(0, 3, root_bits), {3}, Word{last_bits});
  board.mint(in(1, 1, second_bits), {2}, 0);
  board.mint(in(2, 1, third_bits), {0}, root_guard << 6 | root_guard_bits);
  board.mint(in(0, 2, root_bits), {endpoint}, 11);
  board.mint(in(1, 2, second_bits), {endpoint}, 12);
  board.mint(in(2, 0, third_bits), {endpoint}, 13);
  board.copy(in(0, 4, root_bits), {tcb});
}

}  // namespace sel4::conformance

namespace {

using namespace sel4;
using namespace sel4::conformance;

void run(const BootInfo& boot_info) {
  Scratch scratch{boot_info};
  Board board{scratch};
  set_main_priority();
  faulting(board);
  invoked(board);
  end();
  test::pass();
}

}  // namespace

SEL4_ROOT_TASK(run, .stack_size = 64 * 1024);
