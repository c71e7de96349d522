// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/arch/blueprint.hpp>
#include <sel4/object.hpp>

namespace sel4::arch {

/// What only a VSpace of this architecture can do: nothing, on this one.
template <template <class> class Kind, class Ipc>
using VSpaceMethods = ObjectOf<Kind, Ipc>;

}  // namespace sel4::arch
