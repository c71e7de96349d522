// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/microkit/arch/smc.hpp>
#include <sel4/protection_domain.hpp>

#include <cstdint>

using namespace sel4::microkit;

namespace {

// Function identifiers: PSCI_VERSION, and one in the same range that no version has.
constexpr sel4::Word psci_version = 0x8400'0000;
constexpr sel4::Word psci_nothing = 0x8400'001e;

// Only the lower half of an answer counts in this calling convention.
std::uint32_t call(sel4::Word function) noexcept {
  sel4::SmcRegisters registers{};
  registers.x0 = function;
  const auto answer = smc.call(registers).or_panic("calling the firmware");
  return static_cast<std::uint32_t>(answer.x0);
}

void init() {
  const std::uint32_t version = call(psci_version);
  debug_println("PSCI version ", version >> 16, ".", version & 0xffff);
  debug_println("an unknown function: ", static_cast<std::int32_t>(call(psci_nothing)));
  debug_print("TEST_PASS\n");
}

}  // namespace

SEL4_PROTECTION_DOMAIN(init)
