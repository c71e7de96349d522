// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <arch/context.hpp>
#include <core/abi.hpp>
#include <span>

namespace sel4::kernel::arch {

/// Registers, as indices into seL4_UserContext, with which the message of a fault begins.
[[nodiscard]] std::span<const std::uint8_t> fault_registers(Word type);
/// How a fault message names the number of a system call.
[[nodiscard]] inline Word syscall_word(const Context& context) { return context.number(); }

}  // namespace sel4::kernel::arch
