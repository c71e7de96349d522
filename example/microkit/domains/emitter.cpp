// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/protection_domain.hpp>

using namespace sel4::microkit;

namespace {

constexpr Channel<0> collector;

void init() {
  debug_println("emitting");
  // For longer than its turn in the schedule, so that the other domain gets turns in between.
  for (unsigned i = 0; i < 200'000; ++i) collector.notify();
  debug_println("done");
}

}  // namespace

SEL4_PROTECTION_DOMAIN(init)
