// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <sel4/payload/format.hpp>

#include <cstdint>
#include <loader/arch/asm_constants.h>
#include <loader/arch/sbi.hpp>

extern "C" void secondary_entry();

namespace sel4::loader::arch {

/// Starts `core` at secondary_entry. Returns 0 or the firmware's negative error.
[[nodiscard]] inline std::int64_t start_core(payload::CoreStart method, const payload::Core& core) {
  constexpr std::int64_t not_supported = -2;
  constexpr std::int64_t invalid_parameter = -3;
  if (method != payload::CoreStart::sbi_hsm || !sbi_has_extension(SBI_HSM)) return not_supported;
  const auto entry = reinterpret_cast<std::uintptr_t>(&secondary_entry);
  // The hart that handed over to this one may still be on its way down (SBI 9.2: hart_start of a
  // hart that is stopping is refused).
  for (int attempt = 0;; ++attempt) {
    const SbiResult result = sbi_call(SBI_HSM, SBI_HART_START, core.hardware_id, entry, 0);
    if (result.error == 0 || result.error == invalid_parameter || attempt == 10000) {
      return result.error;
    }
  }
}

}  // namespace sel4::loader::arch
