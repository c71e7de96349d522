// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// What is to be done on the way into the next receive, so that it costs no system call of its own.

#pragma once

#include <sel4/sys/arch/trap.hpp>
#include <sel4/sys/bitfields.hpp>
#include <sel4/sys/syscall_number.hpp>
#include <sel4/sys/types.hpp>

namespace sel4::microkit::detail {

/// A message without words, for a notification or an interrupt's handler.
struct DeferredAction {
  /// Where it goes; 0 if there is nothing to be done.
  Word cap;
  /// The word of a MessageInfo.
  Word info;
};

/// There is room for one: a receive takes one along.
inline constinit DeferredAction deferred_action{};

/// Does what has been put off, now.
[[gnu::always_inline]] inline void flush_deferred() noexcept {
  if (deferred_action.cap == 0) return;
  sys::arch::trap_send_null(sys::syscall::send.number, deferred_action.cap, deferred_action.info);
  deferred_action.cap = 0;
}

/// Puts an action off. If another one waits already, that is done at once.
inline void defer(CPtr cap, sys::MessageInfo info) noexcept {
  flush_deferred();
  deferred_action = {cap.bits(), info.words()[0]};
}

}  // namespace sel4::microkit::detail
