// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "../../counter.hpp"

namespace bench {

const bool counts_user = false;

void start_counters() noexcept {}

std::uint64_t total_instructions() noexcept {
  std::uint32_t low;
  std::uint32_t high;
  __asm__ volatile("rdtsc" : "=a"(low), "=d"(high));
  return (std::uint64_t{high} << 32) | low;
}

std::uint64_t user_instructions() noexcept { return 0; }

}  // namespace bench
