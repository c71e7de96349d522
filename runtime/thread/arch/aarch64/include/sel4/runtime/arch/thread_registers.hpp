// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/runtime/thread_entry.hpp>
#include <sel4/sys/types.hpp>

namespace sel4::runtime::arch {

/// The registers with which a thread starts. Frame pointer and return address are zero: there end
/// stack traces.
[[nodiscard]] inline ::seL4_UserContext thread_registers(const ThreadEntry& entry) noexcept {
  ::seL4_UserContext registers{};
  registers.pc = entry.function;
  registers.sp = reinterpret_cast<std::uintptr_t>(entry.stack_top);
  registers.x0 = entry.argument;
  registers.tpidr_el0 = entry.thread_pointer;
  return registers;
}

}  // namespace sel4::runtime::arch
