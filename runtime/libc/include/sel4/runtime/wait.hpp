// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/sys/types.hpp>

#include <atomic>
#include <cstdint>

namespace sel4::runtime {

/// A word that threads wait on, like a futex. What is built on it: Lock, pthread mutexes, guards of
/// local statics, std::atomic::wait, the heap's lock.
using WaitWord = std::atomic<std::uint32_t>;

/// Gives the calling thread a notification to sleep on in wait_on(). Rights needed: read and write.
/// No one else may signal or wait on it; unbadged or badged makes no difference. A null capability
/// takes it away again.
///
/// A thread without one waits by yielding, which lets only threads of the same priority (or of
/// other cores) run: threads of different priorities that share a lock need a notification each, or
/// the higher one would spin for ever while the lower one holds the lock. In the minimal variant
/// there is one thread, and this does nothing.
void set_wait_notification(CPtr notification) noexcept;

/// Waits until wake_all() may have been called, if `word` still has the value `expected`. Returns
/// also for no reason: call it in a loop that looks at the word.
void wait_on(const WaitWord& word, std::uint32_t expected) noexcept;

/// Wakes everyone who waits. Call it after changing a word that threads wait on. Costs one atomic
/// exchange if no one waits; otherwise one signal for each waiting thread of the program (they look
/// at their words again).
void wake_all() noexcept;

}  // namespace sel4::runtime
