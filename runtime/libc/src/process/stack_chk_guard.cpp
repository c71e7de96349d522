// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <cstdint>

/// What functions built with -fstack-protector put below their frame (aarch64, riscv64; on x86_64
/// the value lies beside the thread pointer). Not random, for a root task has no source of
/// randomness at start; a program that has one may set it before it makes its threads. The zero
/// byte ends runaway string copies.
extern "C" std::uintptr_t __stack_chk_guard;
std::uintptr_t __stack_chk_guard = 0x2bad'c0de'5ea1'd900;
