// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/sys/syscalls.hpp>

#include <sched.h>

extern "C" int sched_yield() noexcept {
  sel4::sys::yield();
  return 0;
}
