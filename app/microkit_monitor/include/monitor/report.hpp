// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/fault.hpp>
#include <sel4/sys/types.hpp>
#include <sel4/user_context.hpp>

#include <cstddef>
#include <optional>
#include <string_view>

namespace sel4::monitor {

/// With what lines about what went wrong begin.
inline constexpr std::string_view error = "MON|ERROR: ";

/// Prints all registers, one a line.
void print_registers(const UserContext& registers) noexcept;

/// Prints what kind of fault it is and all that its message says. `label` is for what is no fault
/// of this kernel.
void print_fault(const std::optional<Fault>& fault, Word label) noexcept;

/// Prints what domain `pd` has mapped at and around `address`, where an access failed; nothing if
/// the tool has left no table.
void print_surroundings(std::size_t pd, Word address) noexcept;

/// Whether an access at `address` with the stack pointer `sp` is one below domain `pd`'s stack.
[[nodiscard]] bool is_stack_overflow(std::size_t pd, Word address, Word sp) noexcept;

/// Prints the addresses of the domain's running functions, as far as its registers tell: a line
/// for the command sel4-symbolize. The monitor cannot read the stack.
void print_trace(std::size_t pd, const UserContext& registers) noexcept;

}  // namespace sel4::monitor
