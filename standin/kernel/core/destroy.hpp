// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <core/slot.hpp>

namespace sel4::kernel {

/// Empties a slot. With the last capability to an object the object goes, and what a CNode or TCB
/// holds goes with it; a CNode or TCB found that way becomes unreachable but is not emptied itself,
/// which bounds the depth.
void destroy(Slot& slot);
/// Destroys everything derived from a slot's capability.
void revoke(Slot& slot);

}  // namespace sel4::kernel
