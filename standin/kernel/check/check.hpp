// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <core/abi.hpp>
#include <core/print.hpp>

// What must hold whenever the kernel is left, looked at each time in builds with
// STANDIN_CHECK_INVARIANTS. The first thing found wrong stops the machine, with a line that says
// what it is.

namespace sel4::kernel {

#if STANDIN_CHECK_INVARIANTS
inline constexpr bool checks_invariants = true;
#else
inline constexpr bool checks_invariants = false;
#endif

/// Looks at everything.
void check_invariants();

/// Capabilities: the list and the derivation tree in it, and the slots that they are in.
void check_slots();
/// Memory: untypeds, objects that must not overlap, interrupt lines.
void check_memory();
/// Translation: entries in tables against capabilities.
void check_translation();
/// Threads: states, queues, and what they are tied to.
void check_threads();
/// Scheduling contexts, refills, replies.
void check_sched_contexts();

[[noreturn]] void report_broken(const char* what, Word where);

/// Stops if `holds` is false: `what` says what must be, about the object at `where`.
inline void require(bool holds, const char* what, const void* where) {
  if (!holds) [[unlikely]]
    report_broken(what, reinterpret_cast<Word>(where));
}

}  // namespace sel4::kernel
