// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

namespace sel4::test {

/// Tells whoever watches the console that the program under test has ended, and how: prints the
/// line TEST_PASS or TEST_FAIL, then bytes that say the same and that other threads' text cannot
/// break. Returns, but the watcher stops the machine when it sees either.
void announce(bool passed) noexcept;

/// Announces and halts the program. Nothing is destroyed.
[[noreturn]] void pass() noexcept;
/// The same for a program that has failed.
[[noreturn]] void fail() noexcept;

}  // namespace sel4::test
