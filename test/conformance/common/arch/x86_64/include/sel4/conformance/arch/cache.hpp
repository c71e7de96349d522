// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/sys/types.hpp>

namespace sel4::conformance::machine {

/// A function that only returns, to where rbx says: jmp *%rbx.
inline constexpr Word return_instruction = 0xe3ff;

/// There are none.
inline void cache_operations(CPtr, Word) {}
inline void cache_operations_without_asid(CPtr, CPtr, Word) {}

}  // namespace sel4::conformance::machine
