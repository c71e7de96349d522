// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/sys/types.hpp>

namespace sel4::conformance::machine {

/// Microseconds: long for the kernel, short for who counts instructions.
/// An instruction takes 16 ns here.
inline constexpr Word unit = 3200;

}  // namespace sel4::conformance::machine
