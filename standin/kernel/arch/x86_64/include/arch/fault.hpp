// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <arch/context.hpp>
#include <array>

namespace sel4::kernel::arch {

/// Registers, as indices into seL4_UserContext, with which the message of a fault begins: of an
/// exception, whose first, the program counter, is all that other faults have, and of a system call
/// that there is not.
inline constexpr std::array<std::uint8_t, 3> exception_registers{
    Context::pc_index, Context::sp_index, Context::flags_index};
inline constexpr std::array<std::uint8_t, 18> syscall_registers{3,
                                                                4,
                                                                5,
                                                                6,
                                                                7,
                                                                8,
                                                                9,
                                                                10,
                                                                11,
                                                                12,
                                                                13,
                                                                14,
                                                                15,
                                                                16,
                                                                17,
                                                                Context::pc_index,
                                                                Context::sp_index,
                                                                Context::flags_index};

}  // namespace sel4::kernel::arch
