// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <arch/context.hpp>
#include <array>

namespace sel4::kernel::arch {

/// Registers, as indices into seL4_UserContext, with which the message of a fault begins: of an
/// exception, whose first, the program counter, is all that other faults have, and of a system call
/// that there is not.
inline constexpr std::array<std::uint8_t, 2> exception_registers{Context::pc_index,
                                                                 Context::sp_index};
inline constexpr std::array<std::uint8_t, 10> syscall_registers{
    Context::pc_index, Context::sp_index, Context::ra_index, 16, 17, 18, 19, 20, 21, 22};

}  // namespace sel4::kernel::arch
