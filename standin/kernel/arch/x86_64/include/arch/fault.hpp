// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <arch/context.hpp>
#include <array>
#include <core/abi.hpp>
#include <span>

namespace sel4::kernel::arch {

namespace detail {
inline constexpr std::array<std::uint8_t, 3> of_exception{Context::pc_index, Context::sp_index,
                                                          Context::flags_index};
inline constexpr std::array<std::uint8_t, 18> of_syscall{3,
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
}  // namespace detail

/// Registers, as indices into seL4_UserContext, with which the message of a fault begins.
[[nodiscard]] inline std::span<const std::uint8_t> fault_registers(Word type) {
  const std::span<const std::uint8_t> of_exception{detail::of_exception};
  switch (type) {
    case seL4_Fault_UnknownSyscall:
      return detail::of_syscall;
    case seL4_Fault_UserException:
      return of_exception;
    case seL4_Fault_Timeout:
      return {};
    default:
      return of_exception.first(1);
  }
}
/// How a fault message names the number of a system call.
[[nodiscard]] inline Word syscall_word(const Context& context) { return context.number(); }

}  // namespace sel4::kernel::arch
