// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <core/abi.hpp>

namespace sel4::kernel::arch {

// Devices that the kernel keeps for itself.
inline constexpr Word clint = 0x0200'0000;
inline constexpr Word clint_end = 0x0220'0000;
inline constexpr Word plic = 0x0c00'0000;
inline constexpr Word plic_end = 0x0c60'0000;

void start_plic();
/// The kernel's translation table instead of the loader's.
void start_mmu();

}  // namespace sel4::kernel::arch
