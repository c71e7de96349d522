// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <sel4/payload/format.hpp>

#include <cstdint>
#include <loader/log.hpp>
#include <loader_config.hpp>

namespace sel4::loader::arch {

/// The exception level at which the loader was entered, before it changed to the kernel's.
inline std::uint64_t entry_level;

/// `first` of loader_main() is the exception level, `second` the device tree's address, unused.
inline void check_entry(std::uint64_t first) {
  entry_level = first;
  if (config::hypervisor && first < 2) {
    fatal("the kernel is a hypervisor and needs EL2, but the loader was entered at EL1");
  }
}

/// The assembler lets only one core come here.
inline void go_to_boot_core(const payload::Core& /*core*/, std::uint64_t /*first*/,
                            std::uint64_t /*second*/) {}

}  // namespace sel4::loader::arch
