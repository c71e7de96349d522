// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/sys/types.hpp>

namespace sel4::sys {

/// A system call as one kernel configuration has it. The generated header
/// sel4/sys/syscall_number.hpp defines one constant of this type, in namespace sel4::sys::syscall,
/// for every system call that any configuration has (`syscall::call`, `syscall::nb_send_recv`,
/// `syscall::debug_put_char`...), so that code can name a call that its kernel lacks where it is
/// discarded: `requires(syscall::wait.enabled)`.
struct Syscall {
  /// The number to put in the number register; 0, which is no system call, if not enabled.
  Word number;
  /// Whether this kernel has the call.
  bool enabled;
};

}  // namespace sel4::sys
