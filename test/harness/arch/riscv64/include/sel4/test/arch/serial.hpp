// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/boot_info.hpp>
#include <sel4/config.hpp>

namespace sel4::test::arch {

/// Whether the board's serial port is known here.
inline constexpr bool serial_is_known = config::plat_qemu_riscv_virt;

/// Takes the board's serial port.
Result<> open_serial(const BootInfo& boot_info) noexcept;

/// Writes one byte as soon as there is room; only after open_serial().
void serial_put(char c) noexcept;

}  // namespace sel4::test::arch
