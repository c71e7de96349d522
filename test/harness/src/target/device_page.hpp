// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/boot_info.hpp>

#include <cstddef>

namespace sel4::test {

/// Maps the page of device memory at `paddr`, a multiple of the page's size, and returns where.
/// Once per program. Errors as of init_console().
Result<volatile std::byte*> map_device_page(const BootInfo& boot_info, Paddr paddr) noexcept;

}  // namespace sel4::test
