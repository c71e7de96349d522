// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <sel4/payload/format.hpp>

#include <cstdint>
#include <loader/arch/asm_constants.h>
#include <loader/arch/sbi.hpp>
#include <loader/log.hpp>

extern "C" [[noreturn]] void restart_on_hart(std::uint64_t hart, std::uint64_t device_tree);

namespace sel4::loader::arch {

/// Firmware always enters supervisor mode.
inline void check_entry(std::uint64_t /*first*/) {}

/// Continues on the hart that the kernel wants as core 0: firmware may boot on any of them.
/// `first` of loader_main() is this hart's id, `second` the device tree's address.
inline void go_to_boot_core(const payload::Core& core, std::uint64_t first, std::uint64_t second) {
  if (core.hardware_id == first) return;
  if (!sbi_has_extension(SBI_HSM)) {
    Line{LogLevel::error} << "booted on hart " << first << ", but the kernel wants hart "
                          << core.hardware_id << " and the firmware cannot start it (no SBI HSM)";
    fatal("wrong boot hart");
  }
  Line{LogLevel::info} << "booted on hart " << first << ", going to hart " << core.hardware_id;
  restart_on_hart(core.hardware_id, second);
}

}  // namespace sel4::loader::arch
