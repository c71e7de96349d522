// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/sys/registers.hpp>

namespace sel4::microkit::arch {

/// Whether a domain's own thread may turn into a virtual machine (x86 with VT-x). Here guests have
/// threads of their own.
inline constexpr bool runs_guests = false;

/// Never on.
[[nodiscard]] constexpr bool guest_is_on() noexcept { return false; }
/// Never called.
inline void stop_guest() noexcept {}
/// Never called.
[[nodiscard]] inline sys::Registers run_guest() noexcept { return {}; }

}  // namespace sel4::microkit::arch
