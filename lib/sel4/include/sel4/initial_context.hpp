// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/address.hpp>
#include <sel4/base/std_parts.hpp>
#include <sel4/user_context.hpp>

#include <cstddef>
#include <span>

namespace sel4 {

/// How a thread starts.
struct ThreadStart {
  /// The first instruction.
  Vaddr entry;
  /// The end of the stack: it grows down from here. It is rounded down to the alignment that the
  /// architecture's calling convention asks for.
  Vaddr stack_top;
  /// For the first parameters of the function at `entry`; those beyond UserContext::argument_count
  /// are left out.
  std::span<const Word> arguments{};
  /// The thread pointer, if thread-local variables are in place already.
  Vaddr tls_base{};
};

namespace detail {

constexpr UserContext start_context(const ThreadStart& start, Word frame_bytes) noexcept {
  UserContext context;
  context.set_pc(start.entry);
  context.set_sp(start.stack_top.align_down(arch::UserContextAccess::stack_alignment_bits) -
                 frame_bytes);
  context.set_tls_base(start.tls_base);
  const std::size_t count = std::min(start.arguments.size(), UserContext::argument_count);
  for (std::size_t index = 0; index < count; ++index) {
    context.set_argument(index, start.arguments[index]);
  }
  return context;
}

}  // namespace detail

/// The registers of a new thread that begins as if `entry`, a function of the C calling convention,
/// had just been called. The function must not return: there is nothing to return to. All other
/// registers are 0; on RISC-V the global pointer must be set in registers() if the program uses it.
[[nodiscard]] constexpr UserContext function_context(const ThreadStart& start) noexcept {
  return detail::start_context(start, arch::UserContextAccess::call_frame_bytes);
}

/// The registers of a new process's first thread, which begins at the program's entry point:
/// nothing has been called, and the stack pointer is aligned.
[[nodiscard]] constexpr UserContext process_context(const ThreadStart& start) noexcept {
  return detail::start_context(start, 0);
}

}  // namespace sel4
