// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <cpuid.h>

namespace sel4::test {

/// Whether MCS kernels end a budget on time on this processor. Without the TSC-deadline mode of the
/// local APIC timer, which QEMU's emulated processors do not have, seL4 16.0.0 now and then sets
/// no interrupt at all for a deadline: a thread then runs on until something else enters the
/// kernel. (Seen in one of four boots, and in each with `-icount`.)
[[nodiscard]] inline bool budgets_end_on_time() noexcept {
  constexpr unsigned tsc_deadline = 1U << 24;
  unsigned a = 0;
  unsigned b = 0;
  unsigned c = 0;
  unsigned d = 0;
  return __get_cpuid(1, &a, &b, &c, &d) != 0 && (c & tsc_deadline) != 0;
}

}  // namespace sel4::test
