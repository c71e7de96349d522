// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <arch/context.hpp>
#include <array>
#include <core/abi.hpp>
#include <span>

namespace sel4::kernel::arch {

namespace detail {
inline constexpr std::array<std::uint8_t, 2> of_exception{Context::pc_index, Context::sp_index};
inline constexpr std::array<std::uint8_t, 10> of_syscall{
    Context::pc_index, Context::sp_index, Context::ra_index, 16, 17, 18, 19, 20, 21, 22};
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
