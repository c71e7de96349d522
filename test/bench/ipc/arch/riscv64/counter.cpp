// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "../../counter.hpp"

namespace bench {

const bool counts_user = false;

void start_counters() noexcept {}

// The time counter ticks at 10 MHz, once in 100 instructions: fine enough over thousands of rounds,
// and readable without anything from the kernel.
std::uint64_t total_instructions() noexcept {
  std::uint64_t value;
  __asm__ volatile("rdtime %0" : "=r"(value));
  return value * 100;
}

std::uint64_t user_instructions() noexcept { return 0; }

}  // namespace bench
