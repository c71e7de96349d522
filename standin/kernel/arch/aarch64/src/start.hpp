// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <core/abi.hpp>

namespace sel4::kernel::arch {

// Devices that the kernel keeps for itself, and the console.
inline constexpr Word gic_distributor = 0x0800'0000;
inline constexpr Word gic_cpu_interface = 0x0801'0000;
inline constexpr Word uart = 0x0900'0000;

void start_gic();
/// The kernel's translation tables instead of the loader's.
void start_mmu();

/// A root table that translates nothing.
[[nodiscard]] Word empty_vspace();

}  // namespace sel4::kernel::arch
