// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// What both sides of this example agree on.

#pragma once

#include <sel4/sel4.hpp>

namespace spawn_task {

// The child's CSpace: one CNode of 2^cnode_bits slots.
inline constexpr sel4::Word cnode_bits = 4;
inline constexpr sel4::Tcb own_tcb{sel4::CPtr{1}};
inline constexpr sel4::Notification done{sel4::CPtr{2}};

}  // namespace spawn_task
