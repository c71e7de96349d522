// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <loader/arch/core.hpp>
#include <loader/arch/entry.hpp>
#include <loader/arch/start_core.hpp>

extern "C" void secondary_entry();

namespace sel4::loader::arch {

namespace {

// PSCI CPU_ON of the 64-bit convention (DEN0022, 5.6).
constexpr std::uint64_t cpu_on = 0xc4000003;
constexpr std::int64_t not_supported = -1;

std::int64_t psci_cpu_on(bool smc, std::uint64_t target, std::uint64_t entry) {
  register std::uint64_t x0 asm("x0") = cpu_on;
  register std::uint64_t x1 asm("x1") = target;
  register std::uint64_t x2 asm("x2") = entry;
  register std::uint64_t x3 asm("x3") = 0;
  // The SMC calling convention lets the callee change x4 to x17.
  if (smc) {
    asm volatile("smc #0"
                 : "+r"(x0), "+r"(x1), "+r"(x2), "+r"(x3)::"x4", "x5", "x6", "x7", "x8", "x9",
                   "x10", "x11", "x12", "x13", "x14", "x15", "x16", "x17", "memory");
  } else {
    asm volatile("hvc #0"
                 : "+r"(x0), "+r"(x1), "+r"(x2), "+r"(x3)::"x4", "x5", "x6", "x7", "x8", "x9",
                   "x10", "x11", "x12", "x13", "x14", "x15", "x16", "x17", "memory");
  }
  // Firmware may answer with a 32-bit error.
  return static_cast<std::int32_t>(x0);
}

void release(std::uint64_t word, std::uint64_t entry) {
  // Device memory here, so there is no cache line to clean.
  *reinterpret_cast<volatile std::uint64_t*>(word) = entry;
  signal_cores();
}

}  // namespace

std::int64_t start_core(payload::CoreStart method, const payload::Core& core) {
  if (entry_level == 3 && method != payload::CoreStart::spin_table) {
    fatal("entered at EL3, so there is no firmware (PSCI) that could start the other cores");
  }
  const auto entry = reinterpret_cast<std::uintptr_t>(&secondary_entry);
  switch (method) {
    case payload::CoreStart::psci_hvc:
      // Whoever owns EL2 answers HVC; if that was us, the firmware is at EL3, whatever a device
      // tree made for another machine says.
      return psci_cpu_on(entry_level >= 2, core.hardware_id, entry);
    case payload::CoreStart::psci_smc:
      return psci_cpu_on(true, core.hardware_id, entry);
    case payload::CoreStart::spin_table:
      release(core.release_address, entry);
      return 0;
    case payload::CoreStart::none:
    case payload::CoreStart::sbi_hsm:
      break;
  }
  return not_supported;
}

}  // namespace sel4::loader::arch
