// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/sys/types.hpp>

// A client makes `count` calls; a server answers for ever.
#define BENCH_PATHS_(prefix)                                            \
  void prefix##_call_none(sel4::Word endpoint, sel4::Word count);       \
  void prefix##_serve_none(sel4::Word endpoint, sel4::Word reply);      \
  void prefix##_call_registers(sel4::Word endpoint, sel4::Word count);  \
  void prefix##_serve_registers(sel4::Word endpoint, sel4::Word reply); \
  void prefix##_call_buffer(sel4::Word endpoint, sel4::Word count);     \
  void prefix##_serve_buffer(sel4::Word endpoint, sel4::Word reply);    \
  void prefix##_signal(sel4::Word notification, sel4::Word count);      \
  void prefix##_set_priority(sel4::Word tcb, sel4::Word count);

extern "C" {
BENCH_PATHS_(c)
BENCH_PATHS_(cpp)
}
#undef BENCH_PATHS_
