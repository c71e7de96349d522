// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/conformance/plain_interrupts.hpp>
#include <sel4/conformance/scratch.hpp>

namespace sel4::conformance::machine {

/// There are none.
inline void own_interrupts(Scratch&) {}

}  // namespace sel4::conformance::machine
