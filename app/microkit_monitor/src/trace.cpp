// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/backtrace_line.hpp>

#include <array>
#include <monitor/arch/register_names.hpp>
#include <monitor/report.hpp>
#include <monitor/tables.hpp>

void sel4::monitor::print_trace(std::size_t pd, const UserContext& registers) noexcept {
  // The reader takes the addresses for those that functions return to, and looks before them.
  const std::array<std::uintptr_t, 2> frames{
      registers.pc().value() + 1,
      arch::return_address(registers.registers()),
  };
  print_backtrace_line(pd_names[pd].view(),
                       std::span{frames}.first(frames[1] == 0 ? 1 : frames.size()));
}
