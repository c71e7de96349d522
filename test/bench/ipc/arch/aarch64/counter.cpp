// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "../../counter.hpp"

#include <sel4/config.hpp>

static_assert(sel4::config::export_pmu_user,
              "the benchmark counts with the performance monitors: configure the kernel with "
              "KernelArmExportPMUUser");

namespace bench {

const bool counts_user = true;

void start_counters() noexcept {
  constexpr std::uint64_t retired = 0x08;          // architectural event: instruction executed
  constexpr std::uint64_t user_only = 1ull << 31;  // PMEVTYPER.P: do not count EL1
  constexpr std::uint64_t also_hypervisor = 1ull << 27;  // PMEVTYPER.NSH: count EL2
  __asm__ volatile("msr pmevtyper0_el0, %0" : : "r"(retired | also_hypervisor));
  __asm__ volatile("msr pmevtyper1_el0, %0" : : "r"(retired | user_only));
  __asm__ volatile("msr pmcntenset_el0, %0" : : "r"(std::uint64_t{3}));
  __asm__ volatile("msr pmcr_el0, %0" : : "r"(std::uint64_t{1} | 2));  // enable, reset
  __asm__ volatile("isb");
}

std::uint64_t total_instructions() noexcept {
  std::uint64_t value;
  __asm__ volatile("isb\n\tmrs %0, pmevcntr0_el0" : "=r"(value));
  return value;
}

std::uint64_t user_instructions() noexcept {
  std::uint64_t value;
  __asm__ volatile("isb\n\tmrs %0, pmevcntr1_el0" : "=r"(value));
  return value;
}

}  // namespace bench
