// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

namespace sel4::runtime {

/// Begins the report of the end of the program. False if this many reports have begun already: what
/// runs for a report (the print sink, hooks) may itself panic, and that must come to an end.
[[nodiscard]] bool begin_report() noexcept;

/// Ends the report, and with it the program.
[[noreturn]] void end_report() noexcept;

}  // namespace sel4::runtime
