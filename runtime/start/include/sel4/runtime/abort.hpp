// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <string_view>

namespace sel4 {

/// Ends the program: prints `aborted: ` and the reason, calls `sel4_abort_hook` and halts.
/// For what has no place in the source to name; otherwise use panic().
[[noreturn]] void abort(std::string_view reason) noexcept;

}  // namespace sel4

extern "C" {
/// Called once a panic or an abort has printed its message, before the program halts. Does nothing
/// unless the program defines it. May itself panic: the third message is the last.
void sel4_abort_hook() noexcept;
}
