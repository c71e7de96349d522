// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <check/check.hpp>
#include <core/scheduler.hpp>

namespace sel4::kernel {

void report_broken(const char* what, Word where) {
  print("\nINVARIANT BROKEN: ", what, ": ", Hex{where}, "\n");
  if (sched.current != nullptr) print("current thread \"", sched.current->name, "\"\n");
  halt("the stand-in kernel has a defect");
}

void check_invariants() {
  check_slots();
  check_memory();
  check_translation();
  check_threads();
  check_sched_contexts();
  // Nobody is charged for this.
  sched.now = arch::read_timer();
}

}  // namespace sel4::kernel
