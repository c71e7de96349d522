// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/runtime/thread_entry.hpp>
#include <sel4/sys/types.hpp>

#include <memory>

namespace sel4::runtime::arch {

/// The registers with which a thread starts, and on its stack the return address that a call would
/// have pushed. Return address and frame pointer are zero: there end stack traces.
[[nodiscard]] inline ::seL4_UserContext thread_registers(const ThreadEntry& entry) noexcept {
  std::byte* const return_address = entry.stack_top - sizeof(Word);
  std::construct_at(reinterpret_cast<Word*>(return_address), Word{0});
  ::seL4_UserContext registers{};
  registers.rip = entry.function;
  registers.rsp = reinterpret_cast<std::uintptr_t>(return_address);
  registers.rdi = entry.argument;
  registers.fs_base = entry.thread_pointer;
  return registers;
}

}  // namespace sel4::runtime::arch
