// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// The processor's counters as instruction counters. Under QEMU with `-icount shift=0` virtual time
// advances by one nanosecond an instruction; without it the figures mean nothing.

#pragma once

#include <cstdint>

namespace bench {

/// Whether counting user instructions alone is possible here.
extern const bool counts_user;

/// Sets the counters up; call once, before reading.
void start_counters() noexcept;

/// All instructions so far, kernel and user.
std::uint64_t total_instructions() noexcept;

/// User instructions so far (0 where they cannot be told apart).
std::uint64_t user_instructions() noexcept;

}  // namespace bench
