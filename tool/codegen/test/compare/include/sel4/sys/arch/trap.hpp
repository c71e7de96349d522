// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// In place of the kernel's trap: what the stubs send goes to the recorder of this test.

#pragma once

#include <sel4/sys/registers.hpp>

namespace sel4::sys::arch {

/// Defined in recorder.hpp.
Registers trap_send_recv(Word number, Registers in, Word reply) noexcept;

}  // namespace sel4::sys::arch
