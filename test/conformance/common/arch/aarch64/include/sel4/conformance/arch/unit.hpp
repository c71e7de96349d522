// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/sys/types.hpp>

namespace sel4::conformance::machine {

/// Microseconds: long for the kernel, short for who counts instructions.
inline constexpr Word unit = 200;

}  // namespace sel4::conformance::machine
